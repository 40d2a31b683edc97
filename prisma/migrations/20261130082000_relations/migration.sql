-- AlterTable
ALTER TABLE "dictionary_items" ADD COLUMN     "inverseLabel" JSONB;

-- CreateTable
CREATE TABLE "contact_relations" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "typeId" UUID NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,

    CONSTRAINT "contact_relations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_relations" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "typeId" UUID NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,

    CONSTRAINT "customer_relations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_relations_toId_idx" ON "contact_relations"("toId");

-- CreateIndex
CREATE INDEX "contact_relations_typeId_idx" ON "contact_relations"("typeId");

-- CreateIndex
CREATE UNIQUE INDEX "contact_relations_fromId_toId_typeId_key" ON "contact_relations"("fromId", "toId", "typeId");

-- CreateIndex
CREATE INDEX "customer_relations_toId_idx" ON "customer_relations"("toId");

-- CreateIndex
CREATE INDEX "customer_relations_typeId_idx" ON "customer_relations"("typeId");

-- CreateIndex
CREATE UNIQUE INDEX "customer_relations_fromId_toId_typeId_key" ON "customer_relations"("fromId", "toId", "typeId");

-- AddForeignKey
ALTER TABLE "contact_relations" ADD CONSTRAINT "contact_relations_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_relations" ADD CONSTRAINT "contact_relations_toId_fkey" FOREIGN KEY ("toId") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_relations" ADD CONSTRAINT "contact_relations_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_relations" ADD CONSTRAINT "customer_relations_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_relations" ADD CONSTRAINT "customer_relations_toId_fkey" FOREIGN KEY ("toId") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_relations" ADD CONSTRAINT "customer_relations_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody is related to himself, and two are related in one way once, whichever of them comes first.
ALTER TABLE "contact_relations" ADD CONSTRAINT "contact_relations_self_check" CHECK ("fromId" <> "toId");
ALTER TABLE "customer_relations" ADD CONSTRAINT "customer_relations_self_check" CHECK ("fromId" <> "toId");
CREATE UNIQUE INDEX "contact_relations_pair_key" ON "contact_relations" ("typeId", least("fromId", "toId"), greatest("fromId", "toId"));
CREATE UNIQUE INDEX "customer_relations_pair_key" ON "customer_relations" ("typeId", least("fromId", "toId"), greatest("fromId", "toId"));

-- The kinds a new installation starts with, for those that are set up already.
WITH added AS (
  INSERT INTO "dictionaries" (code, label, system)
  SELECT code, label, true FROM (VALUES
    ('relation', '{"zh": "人际关系", "en": "Relation of people"}'::jsonb),
    ('customerRelation', '{"zh": "客户关系", "en": "Relation of customers"}'::jsonb)
  ) AS lists(code, label)
  WHERE EXISTS (SELECT 1 FROM "dictionaries" known WHERE known.code = 'industry')
  ON CONFLICT (code) DO NOTHING
  RETURNING id, code
)
INSERT INTO "dictionary_items" ("dictionaryId", code, label, "inverseLabel", "order")
SELECT added.id, item.code, item.label, item.inverse, item.place FROM added JOIN (VALUES
  ('relation', 0, 'family', '{"zh": "亲属", "en": "Family"}'::jsonb, NULL::jsonb),
  ('relation', 1, 'friend', '{"zh": "朋友", "en": "Friend"}', NULL),
  ('relation', 2, 'formerColleague', '{"zh": "前同事", "en": "Former colleague"}', NULL),
  ('relation', 3, 'classmate', '{"zh": "同学", "en": "Classmate"}', NULL),
  ('relation', 4, 'partner', '{"zh": "合伙人", "en": "Business partner"}', NULL),
  ('relation', 5, 'introducer', '{"zh": "介绍人", "en": "Introducer"}', '{"zh": "被介绍人", "en": "Introduced"}'),
  ('relation', 6, 'assistant', '{"zh": "助理", "en": "Assistant"}', '{"zh": "协助对象", "en": "Assistant of"}'),
  ('customerRelation', 0, 'partner', '{"zh": "合作伙伴", "en": "Partner"}', NULL),
  ('customerRelation', 1, 'competitor', '{"zh": "竞争对手", "en": "Competitor"}', NULL),
  ('customerRelation', 2, 'affiliate', '{"zh": "关联公司", "en": "Affiliate"}', NULL),
  ('customerRelation', 3, 'supplier', '{"zh": "供应商", "en": "Supplier"}', '{"zh": "采购方", "en": "Buyer"}'),
  ('customerRelation', 4, 'distributor', '{"zh": "经销商", "en": "Distributor"}', '{"zh": "厂商", "en": "Manufacturer"}')
) AS item(list, place, code, label, inverse) ON item.list = added.code;

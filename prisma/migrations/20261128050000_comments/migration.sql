-- CreateTable
CREATE TABLE "comments" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "targetType" TEXT NOT NULL,
    "targetId" UUID NOT NULL,
    "customerId" UUID,
    "parentId" UUID,
    "body" TEXT NOT NULL,
    "mentionIds" UUID[],
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,
    "deleteBatchId" UUID,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comments_targetType_targetId_createdAt_id_idx" ON "comments"("targetType", "targetId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "comments_customer_idx" ON "comments"("customerId", "createdAt" DESC, "id" DESC) WHERE ("customerId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "comments_parentId_idx" ON "comments"("parentId");

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Comments belong to the sample company, so one that stays is named as well.
CREATE OR REPLACE FUNCTION demo_title(noun text, id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE noun
    WHEN 'teams' THEN (SELECT t.label->>'zh' FROM teams t WHERE t.id = $2)
    WHEN 'users' THEN (SELECT u.name FROM users u WHERE u.id = $2)
    WHEN 'products' THEN (SELECT p.label->>'zh' FROM products p WHERE p.id = $2)
    WHEN 'competitors' THEN (SELECT c.name FROM competitors c WHERE c.id = $2)
    WHEN 'customers' THEN (SELECT c.name FROM customers c WHERE c.id = $2)
    WHEN 'contacts' THEN (SELECT c.name FROM contacts c WHERE c.id = $2)
    WHEN 'opportunities' THEN (SELECT o.name FROM opportunities o WHERE o.id = $2)
    WHEN 'activities' THEN (SELECT a.subject FROM activities a WHERE a.id = $2)
    WHEN 'saved-views' THEN (SELECT v.label FROM saved_views v WHERE v.id = $2)
    WHEN 'comments' THEN (SELECT left(regexp_replace(m.body, '<@[0-9a-f-]{36}>', '@', 'g'), 60) FROM comments m WHERE m.id = $2)
  END
$$;

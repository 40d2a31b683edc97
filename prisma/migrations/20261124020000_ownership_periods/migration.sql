-- Who owned a customer from when to when.
CREATE TABLE "ownership_periods" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "recordType" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "ownerId" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "byId" UUID,

    CONSTRAINT "ownership_periods_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ownership_periods_order" CHECK ("to" >= "from"),
    CONSTRAINT "ownership_periods_reason" CHECK ("reason" IN ('assigned', 'claimed', 'transferred', 'recycled', 'released', 'left', 'merged', 'imported'))
);

CREATE UNIQUE INDEX "ownership_periods_open_key" ON "ownership_periods"("recordType", "recordId") WHERE ("to" IS NULL);
CREATE INDEX "ownership_periods_recordType_recordId_from_id_idx" ON "ownership_periods"("recordType", "recordId", "from" DESC, "id" DESC);
CREATE INDEX "ownership_periods_ownerId_idx" ON "ownership_periods"("ownerId");
ALTER TABLE "ownership_periods" ADD CONSTRAINT "ownership_periods_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of what was before, the present owner is known, and since when.
INSERT INTO "ownership_periods" ("recordType", "recordId", "ownerId", "from", "reason", "byId")
SELECT 'customer', c."id", c."ownerId", COALESCE(c."ownedSince", c."createdAt"), 'assigned', c."createdById" FROM "customers" c;

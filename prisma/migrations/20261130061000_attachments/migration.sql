-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "targetType" TEXT NOT NULL,
    "targetId" UUID NOT NULL,
    "customerId" UUID,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,
    "deleteBatchId" UUID,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachments_storageKey_key" ON "attachments"("storageKey");

-- CreateIndex
CREATE INDEX "attachments_targetType_targetId_createdAt_id_idx" ON "attachments"("targetType", "targetId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "attachments_customer_idx" ON "attachments"("customerId", "createdAt" DESC, "id" DESC) WHERE ("customerId" IS NOT NULL);

ALTER TABLE "attachments" ADD CONSTRAINT "attachments_targetType_check" CHECK ("targetType" IN ('customer', 'contact', 'opportunity', 'activity'));

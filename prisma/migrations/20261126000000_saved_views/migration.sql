-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "entity" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "filter" JSONB,
    "columns" TEXT[],
    "ownColumns" BOOLEAN NOT NULL DEFAULT false,
    "sort" TEXT[],
    "group" TEXT,
    "layout" TEXT NOT NULL DEFAULT 'table',
    "shared" TEXT NOT NULL DEFAULT 'me',
    "teamId" UUID,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_views_createdById_entity_idx" ON "saved_views"("createdById", "entity");

-- CreateIndex
CREATE INDEX "saved_views_teamId_idx" ON "saved_views"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_own_default_key" ON "saved_views"("entity", "createdById") WHERE ("isDefault" AND shared <> 'all' AND "archivedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_common_default_key" ON "saved_views"("entity") WHERE ("isDefault" AND shared = 'all' AND "archivedAt" IS NULL);

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "teams"("id") ON DELETE SET NULL ON UPDATE CASCADE;

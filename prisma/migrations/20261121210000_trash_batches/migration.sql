-- CreateIndex
CREATE INDEX "activities_trash_idx" ON "activities"("deleteBatchId") WHERE ("deleteBatchId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "contacts_trash_idx" ON "contacts"("deleteBatchId") WHERE ("deleteBatchId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "customers_trash_idx" ON "customers"("deleteBatchId") WHERE ("deleteBatchId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "opportunities_trash_idx" ON "opportunities"("deleteBatchId") WHERE ("deleteBatchId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "products_trash_idx" ON "products"("deleteBatchId") WHERE ("deleteBatchId" IS NOT NULL);

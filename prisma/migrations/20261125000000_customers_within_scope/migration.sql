-- What hangs on a customer is seen through him: the ids of somebody's customers come from the index alone, whatever they weigh.
CREATE INDEX "customers_ownerId_deletedAt_id_idx" ON "customers"("ownerId", "deletedAt", "id");
DROP INDEX "customers_teamId_idx";
CREATE INDEX "customers_teamId_deletedAt_id_idx" ON "customers"("teamId", "deletedAt", "id");

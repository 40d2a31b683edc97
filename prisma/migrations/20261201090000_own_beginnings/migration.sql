-- What begins with the typed words among one's own: without it, all that one owns is looked at, or all that begins so.
CREATE INDEX "customers_owner_begins_idx" ON "customers"("ownerId", (left("searchText", 24)) COLLATE "C") WHERE ("deletedAt" IS NULL);
CREATE INDEX "contacts_owner_begins_idx" ON "contacts"("ownerId", (left("searchText", 24)) COLLATE "C") WHERE ("deletedAt" IS NULL);
CREATE INDEX "opportunities_owner_begins_idx" ON "opportunities"("ownerId", (left("searchText", 24)) COLLATE "C") WHERE ("deletedAt" IS NULL);
-- How names begin is new to the planner for these.
ANALYZE "customers";
ANALYZE "contacts";
ANALYZE "opportunities";

-- What begins with the typed words is found without looking at all that holds them.
CREATE INDEX "customers_begins_idx" ON "customers"((left("searchText", 24)) COLLATE "C") WHERE ("deletedAt" IS NULL);
CREATE INDEX "contacts_begins_idx" ON "contacts"((left("searchText", 24)) COLLATE "C") WHERE ("deletedAt" IS NULL);
CREATE INDEX "opportunities_begins_idx" ON "opportunities"((left("searchText", 24)) COLLATE "C") WHERE ("deletedAt" IS NULL);
-- The planner does not know yet how names begin.
ANALYZE "customers";
ANALYZE "contacts";
ANALYZE "opportunities";

-- A timeline reads what happened and what was done newest first, a page at a time, from indexes in that very order.
CREATE INDEX "events_customer_at_idx" ON "events"("customerId", "at" DESC, "id" DESC) WHERE ("customerId" IS NOT NULL);
DROP INDEX "events_customer_idx";
CREATE INDEX "events_entity_recordId_at_id_idx" ON "events"("entity", "recordId", "at" DESC, "id" DESC);
DROP INDEX "events_entity_recordId_id_idx";
CREATE INDEX "activities_customer_done_idx" ON "activities"("customerId", (coalesce("actualEnd", "actualStart", "updatedAt")) DESC, "id" DESC) WHERE (status = 'done' AND "deletedAt" IS NULL);
CREATE INDEX "activities_opportunity_done_idx" ON "activities"("opportunityId", (coalesce("actualEnd", "actualStart", "updatedAt")) DESC, "id" DESC) WHERE (status = 'done' AND "deletedAt" IS NULL);
CREATE INDEX "activities_contact_done_idx" ON "activities"("contactId", (coalesce("actualEnd", "actualStart", "updatedAt")) DESC, "id" DESC) WHERE (status = 'done' AND "deletedAt" IS NULL);

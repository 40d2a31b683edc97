-- A pinned activity stays above the timeline of its record; few are, so each index holds only those.
ALTER TABLE "activities" ADD COLUMN "pinned" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "activities_pinned_customer_idx" ON "activities"("customerId") WHERE pinned;
CREATE INDEX "activities_pinned_opportunity_idx" ON "activities"("opportunityId") WHERE pinned;
CREATE INDEX "activities_pinned_contact_idx" ON "activities"("contactId") WHERE pinned;

-- What is due is told once for each plan; what was told leaves the index, what is planned anew comes back into it.
ALTER TABLE "activities" ADD COLUMN "dueTold" TIMESTAMPTZ(3);
CREATE INDEX "activities_due_idx" ON "activities"("plannedStart") WHERE ((status = 'planned'::text) AND ("deletedAt" IS NULL) AND ("dueTold" IS DISTINCT FROM "plannedStart"));

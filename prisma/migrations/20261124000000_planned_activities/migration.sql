-- What the clock marks as missed is found among what is planned, however many activities are done.
CREATE INDEX "activities_planned_idx" ON "activities"("plannedStart") WHERE ((status = 'planned'::text) AND ("deletedAt" IS NULL));

-- Who sees only his own deals has them filtered and counted in the index; before, each open deal of the company was fetched.
DROP INDEX "opportunities_open_amount_idx";
CREATE INDEX "opportunities_open_amount_idx" ON "opportunities"("amount" DESC, "id" DESC) INCLUDE ("ownerId", "teamId", "customerId") WHERE (("deletedAt" IS NULL) AND (phase = ANY (ARRAY['open'::text, 'commit'::text])));

-- What was closed this month is summed for every board.
DROP INDEX "opportunities_closed_idx";
CREATE INDEX "opportunities_closed_idx" ON "opportunities"("phase", "closedAt") INCLUDE ("pipelineId", "stageId", "baseAmount", "weightedBase") WHERE ("deletedAt" IS NULL);

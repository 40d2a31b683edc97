-- The sums of open stages read this index alone: of a million deals a quarter is open, and no row of theirs is fetched.
CREATE INDEX "opportunities_open_idx" ON "opportunities"("pipelineId", "stageId") INCLUDE ("stageEnteredAt", "baseAmount", "weightedBase", "phase", "closedAt", "ownerId", "teamId", "customerId", "id") WHERE (("deletedAt" IS NULL) AND (phase = ANY (ARRAY['open'::text, 'commit'::text])));

-- The largest open deals first, the list people look at most.
CREATE INDEX "opportunities_open_amount_idx" ON "opportunities"("amount" DESC, "id" DESC) WHERE (("deletedAt" IS NULL) AND (phase = ANY (ARRAY['open'::text, 'commit'::text])));

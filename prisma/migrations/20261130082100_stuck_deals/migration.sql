-- Since when a deal stands in its stage becomes a key: of a stage that allows so many days, those that stand longer lie together.
DROP INDEX "opportunities_open_idx";
CREATE INDEX "opportunities_open_idx" ON "opportunities"("pipelineId", "stageId", "stageEnteredAt") INCLUDE ("baseAmount", "weightedBase", "phase", "closedAt", "ownerId", "teamId", "customerId", "id") WHERE (("deletedAt" IS NULL) AND (phase = ANY (ARRAY['open'::text, 'commit'::text])));

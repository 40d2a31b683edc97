-- The stage a deal was won or lost in, kept on the deal so that lists and reports ask for it by itself.
ALTER TABLE "opportunities" ADD COLUMN "closedInStageId" UUID;

-- Of a deal that came from a file closed already nobody knows it.
UPDATE "opportunities" o SET "closedInStageId" = closing."fromStageId"
FROM (
  SELECT DISTINCT ON ("opportunityId") "opportunityId", "fromStageId"
  FROM "stage_moves" WHERE direction = 'close' ORDER BY "opportunityId", "enteredAt" DESC, id DESC
) closing
WHERE closing."opportunityId" = o.id AND o.phase IN ('won', 'lost')
  AND NOT EXISTS (
    SELECT FROM "events" e WHERE e.entity = 'opportunities' AND e."recordId" = o.id AND e.type = 'opportunity.imported'
      AND e.at >= (SELECT max(m."enteredAt") FROM "stage_moves" m WHERE m."opportunityId" = o.id)
  );

ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_closedInStageId_fkey" FOREIGN KEY ("closedInStageId") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

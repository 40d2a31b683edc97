-- Slipping deals are found by their pushes or by their expected close; for the second there is an index already.
CREATE INDEX "opportunities_pushed_idx" ON "opportunities"("pushCount") WHERE (("deletedAt" IS NULL) AND ("pushCount" > 0) AND (phase = ANY (ARRAY['open'::text, 'commit'::text])));

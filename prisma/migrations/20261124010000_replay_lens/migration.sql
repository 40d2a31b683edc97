-- An answer is given again as it was only while its reader sees as he did then.
ALTER TABLE "idempotency_keys" ADD COLUMN "lens" TEXT;

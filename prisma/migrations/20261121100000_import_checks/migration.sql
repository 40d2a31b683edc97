ALTER TABLE "import_rows" ADD COLUMN "changes" JSONB;

-- Every row is written again when it is checked and when it is brought in; the free space keeps it on its page.
ALTER TABLE "import_rows" SET (fillfactor = 70);

ALTER TABLE "imports" ADD COLUMN "apiKeyId" UUID,
  ADD COLUMN "checked" JSONB,
  ADD COLUMN "columns" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "headerRow" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "problems" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "proposal" JSONB NOT NULL DEFAULT '[]';

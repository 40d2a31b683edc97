-- What an undo of the import did with a row, so that what it kept can be listed with the reason.
ALTER TABLE "import_rows" ADD COLUMN "undo" TEXT;
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_undo_check" CHECK ("undo" IN ('undone', 'kept'));

-- AlterTable
ALTER TABLE "import_rows" ADD COLUMN     "chosenId" UUID,
ADD COLUMN     "level" TEXT,
ADD COLUMN     "matches" JSONB,
ADD COLUMN     "reason" TEXT;

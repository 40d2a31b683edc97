-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "firstPlannedStart" TIMESTAMPTZ(3);

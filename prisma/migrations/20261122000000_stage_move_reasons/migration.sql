-- Why a deal was moved, and which move a move takes back.
ALTER TABLE "stage_moves" ADD COLUMN "reason" TEXT,
ADD COLUMN "undoesId" UUID;

-- Who is a collaborator, and who made him one, are people of the house: gone with them, or unnamed.
DELETE FROM "collaborators" lent WHERE NOT EXISTS (SELECT 1 FROM "users" person WHERE person.id = lent."userId");
UPDATE "collaborators" SET "grantedBy" = NULL WHERE NOT EXISTS (SELECT 1 FROM "users" person WHERE person.id = "grantedBy");
ALTER TABLE "collaborators" RENAME COLUMN "grantedBy" TO "grantedById";
ALTER TABLE "collaborators" ADD CONSTRAINT "collaborators_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "collaborators" ADD CONSTRAINT "collaborators_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "collaborators" ADD CONSTRAINT "collaborators_access_check" CHECK (access IN ('read', 'write'));

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "rotatedFromId" UUID;

-- AlterTable
ALTER TABLE "one_time_tokens" ADD COLUMN     "boundTo" TEXT NOT NULL DEFAULT '';


-- AlterTable
ALTER TABLE "login_throttles" ADD COLUMN     "refused" BOOLEAN NOT NULL DEFAULT false;

-- No record is its own superior, directly or over others. The lock makes two moves in one tree queue, so that A under B
-- and B under A cannot both pass. The column is the trigger's argument; other trees use the same function.
CREATE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  superior uuid;
  circular boolean;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO superior USING NEW;
  IF superior IS NULL THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(TG_TABLE_NAME || '.' || TG_ARGV[0], 11));
  EXECUTE format(
    'WITH RECURSIVE up AS (SELECT $1 AS id UNION SELECT row.%1$I FROM %2$I row JOIN up ON row.id = up.id WHERE row.%1$I IS NOT NULL)
     SELECT EXISTS (SELECT 1 FROM up WHERE id = $2)', TG_ARGV[0], TG_TABLE_NAME) INTO circular USING superior, NEW.id;
  IF circular THEN
    RAISE EXCEPTION '% would make a circle', TG_ARGV[0] USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_circle';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER users_no_circle BEFORE INSERT OR UPDATE OF "managerId" ON "users" FOR EACH ROW EXECUTE FUNCTION refuse_circle('managerId');
CREATE TRIGGER teams_no_circle BEFORE INSERT OR UPDATE OF "parentId" ON "teams" FOR EACH ROW EXECUTE FUNCTION refuse_circle('parentId');

-- PostgreSQL 18 tells a refused delete by a code of its own (23001), older servers by the common one (23503).
CREATE OR REPLACE FUNCTION remove_demo_records(noun text, relation regclass, keep uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  entry record;
  gone int;
BEGIN
  FOR entry IN SELECT "recordId" AS id, "versionAtLoad" AS version FROM demo_records WHERE "recordType" = noun ORDER BY "order" DESC LOOP
    CONTINUE WHEN entry.id = keep;
    BEGIN
      EXECUTE format('DELETE FROM %s WHERE id = $1 AND version = $2', relation) USING entry.id, entry.version;
      GET DIAGNOSTICS gone = ROW_COUNT;
      IF gone > 0 THEN
        DELETE FROM demo_records WHERE "recordType" = noun AND "recordId" = entry.id;
      END IF;
    EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
      NULL;
    END;
  END LOOP;
END $$;

-- The sample company remembers what it made and in which version, and is taken out row by row.
CREATE FUNCTION remember_demo_versions(noun text, relation regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('UPDATE demo_records d SET "versionAtLoad" = r.version FROM %s r WHERE d."recordType" = $1 AND r.id = d."recordId"', relation) USING noun;
END $$;

-- A row goes when nobody changed it since and nothing else refers to it; its entry in demo_records goes with it.
CREATE FUNCTION remove_demo_records(noun text, relation regclass, keep uuid) RETURNS void LANGUAGE plpgsql AS $$
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
    EXCEPTION WHEN foreign_key_violation THEN
      NULL;
    END;
  END LOOP;
END $$;

CREATE FUNCTION demo_title(noun text, id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE noun
    WHEN 'teams' THEN (SELECT t.label->>'zh' FROM teams t WHERE t.id = $2)
    WHEN 'users' THEN (SELECT u.name FROM users u WHERE u.id = $2)
    WHEN 'products' THEN (SELECT p.label->>'zh' FROM products p WHERE p.id = $2)
    WHEN 'customers' THEN (SELECT c.name FROM customers c WHERE c.id = $2)
    WHEN 'contacts' THEN (SELECT c.name FROM contacts c WHERE c.id = $2)
    WHEN 'opportunities' THEN (SELECT o.name FROM opportunities o WHERE o.id = $2)
    WHEN 'activities' THEN (SELECT a.subject FROM activities a WHERE a.id = $2)
  END
$$;

-- Views belong to the sample company, so one that stays is named as well.
CREATE OR REPLACE FUNCTION demo_title(noun text, id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE noun
    WHEN 'teams' THEN (SELECT t.label->>'zh' FROM teams t WHERE t.id = $2)
    WHEN 'users' THEN (SELECT u.name FROM users u WHERE u.id = $2)
    WHEN 'products' THEN (SELECT p.label->>'zh' FROM products p WHERE p.id = $2)
    WHEN 'competitors' THEN (SELECT c.name FROM competitors c WHERE c.id = $2)
    WHEN 'customers' THEN (SELECT c.name FROM customers c WHERE c.id = $2)
    WHEN 'contacts' THEN (SELECT c.name FROM contacts c WHERE c.id = $2)
    WHEN 'opportunities' THEN (SELECT o.name FROM opportunities o WHERE o.id = $2)
    WHEN 'activities' THEN (SELECT a.subject FROM activities a WHERE a.id = $2)
    WHEN 'saved-views' THEN (SELECT v.label FROM saved_views v WHERE v.id = $2)
  END
$$;

-- By what customers and contacts are recognised.
CREATE TABLE "identity_keys" (
    "recordType" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL, -- so that the beginning of a value is found by the index under any locale
    "recordId" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "identity_keys_pkey" PRIMARY KEY ("recordId", "kind", "value")
);

CREATE TABLE "duplicate_candidates" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordType" TEXT NOT NULL,
    "aId" UUID NOT NULL,
    "bId" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "duplicate_candidates_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "duplicate_candidates_order" CHECK ("aId" < "bId"),
    CONSTRAINT "duplicate_candidates_status" CHECK ("status" IN ('open', 'merged', 'notDuplicate'))
);

CREATE TABLE "duplicate_hints" (
    "userId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "recordIds" UUID[],

    CONSTRAINT "duplicate_hints_pkey" PRIMARY KEY ("userId")
);

CREATE UNIQUE INDEX "duplicate_candidates_recordType_aId_bId_key" ON "duplicate_candidates"("recordType", "aId", "bId");
CREATE INDEX "duplicate_candidates_status_score_idx" ON "duplicate_candidates"("status", "score" DESC);
CREATE INDEX "duplicate_candidates_bId_idx" ON "duplicate_candidates"("bId");
CREATE INDEX "duplicate_candidates_aId_idx" ON "duplicate_candidates"("aId");
ALTER TABLE "duplicate_hints" ADD CONSTRAINT "duplicate_hints_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the records say of themselves, as far as SQL can put it in normal form; a record that is saved again gets its keys anew
-- (packages/domain/src/features/duplicates).
INSERT INTO "identity_keys" ("recordType", "kind", "value", "recordId", "shared")
SELECT 'customer', 'name', left("normalizedName", 200), "id", false FROM "customers" WHERE "kind" = 'company' AND "normalizedName" <> ''
UNION
SELECT r."type", 'name', left(CASE WHEN r."name" ~ '[一-鿿]' THEN array_to_string(w.words, '') ELSE array_to_string(ARRAY(SELECT word FROM unnest(w.words) word ORDER BY word COLLATE "C"), ' ') END, 200), r."id", false
FROM (
    SELECT 'customer' AS "type", "id", "name" FROM "customers" WHERE "kind" = 'person'
    UNION ALL SELECT 'contact', "id", "name" FROM "contacts"
) r CROSS JOIN LATERAL (SELECT array_remove(regexp_split_to_array(lower(replace(r."name", '''', '')), '[^[:alnum:]一-鿿]+'), '') AS words) w
WHERE cardinality(w.words) > 0
UNION
SELECT r."type", 'phone', reverse(p->>'e164'), r."id",
    bool_and(CASE WHEN p->>'e164' LIKE '+86%' THEN p->>'e164' !~ '^\+861[3-9][0-9]{9}$' ELSE p->>'type' <> 'mobile' END)
FROM (SELECT 'customer' AS "type", "id", "phones" FROM "customers" UNION ALL SELECT 'contact', "id", "phones" FROM "contacts") r
CROSS JOIN LATERAL jsonb_array_elements(r."phones") p WHERE p->>'e164' IS NOT NULL GROUP BY 1, 2, 3, 4
UNION
SELECT r."type", 'email', left(lower(m->>'address'), 200), r."id",
    bool_and(regexp_replace(split_part(lower(m->>'address'), '@', 1), '[0-9]+$', '') IN ('info', 'contact', 'contacts', 'office', 'sales', 'service', 'support', 'help', 'hello', 'mail', 'admin', 'hr', 'job', 'jobs', 'marketing', 'market', 'purchase', 'purchasing', 'finance', 'invoice', 'billing', 'accounts', 'reception', 'webmaster', 'postmaster', 'noreply', 'no-reply', 'kefu', 'xiaoshou', 'caigou', 'caiwu', 'shichang', 'renshi', 'bangong'))
FROM (SELECT 'customer' AS "type", "id", "emails" FROM "customers" UNION ALL SELECT 'contact', "id", "emails" FROM "contacts") r
CROSS JOIN LATERAL jsonb_array_elements(r."emails") m WHERE m->>'address' LIKE '%@%' GROUP BY 1, 2, 3, 4
UNION
SELECT r."type", 'wechat', lower(btrim(r."wechat")), r."id", false
FROM (SELECT 'customer' AS "type", "id", "wechat" FROM "customers" UNION ALL SELECT 'contact', "id", "wechat" FROM "contacts") r WHERE btrim(r."wechat") <> ''
UNION
SELECT 'customer', 'taxNo', regexp_replace(upper("taxNo"), '[^0-9A-Z]', '', 'g'), "id", false FROM "customers"
WHERE length(regexp_replace(upper("taxNo"), '[^0-9A-Z]', '', 'g')) >= 6
UNION
SELECT 'customer', 'domain', d.domain, c."id", false FROM "customers" c CROSS JOIN LATERAL (
    SELECT regexp_replace(split_part(regexp_replace(lower(c."website"), '^[a-z]+://', ''), '/', 1), '^www[0-9]?\.', '') AS domain
    UNION SELECT split_part(lower(m->>'address'), '@', 2) FROM jsonb_array_elements(c."emails") m
) d WHERE c."kind" = 'company' AND length(d.domain) <= 200 AND d.domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$' AND d.domain !~ '^[0-9.]+$'
    AND d.domain NOT IN ('qq.com', 'vip.qq.com', 'foxmail.com', '163.com', 'vip.163.com', '126.com', 'yeah.net', 'sina.com', 'sina.cn', 'sohu.com', 'aliyun.com', '139.com', '189.cn', 'gmail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'icloud.com', 'me.com', 'aol.com', 'gmx.de', 'gmx.net', 'web.de')
UNION
SELECT r."type", 'birthDate', to_char(r."birthDate", 'YYYY-MM-DD'), r."id", false
FROM (SELECT 'customer' AS "type", "id", "birthDate" FROM "customers" WHERE "kind" = 'person' UNION ALL SELECT 'contact', "id", "birthDate" FROM "contacts") r WHERE r."birthDate" IS NOT NULL
UNION
SELECT 'customer', 'address', left(btrim(regexp_replace(lower(a->>'street'), '[^[:alnum:]一-鿿]+', ' ', 'g')), 200), c."id", false
FROM "customers" c CROSS JOIN LATERAL jsonb_array_elements(c."addresses") a WHERE btrim(regexp_replace(lower(a->>'street'), '[^[:alnum:]一-鿿]+', ' ', 'g')) <> '';

CREATE INDEX "identity_keys_recordType_kind_value_idx" ON "identity_keys"("recordType", "kind", "value");
CREATE INDEX "identity_keys_name_idx" ON "identity_keys" USING GIN ("value" gin_trgm_ops) WHERE (kind = 'name' AND "recordType" = 'customer');

-- A row that is gone for good, not only in the trash, leaves no key behind.
CREATE FUNCTION forget_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "identity_keys" WHERE "recordId" = OLD."id";
    DELETE FROM "duplicate_candidates" WHERE "aId" = OLD."id" OR "bId" = OLD."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "customers_identity" AFTER DELETE ON "customers" FOR EACH ROW EXECUTE FUNCTION forget_identity();
CREATE TRIGGER "contacts_identity" AFTER DELETE ON "contacts" FOR EACH ROW EXECUTE FUNCTION forget_identity();

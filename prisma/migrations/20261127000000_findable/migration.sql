-- Each Chinese character as four capital letters (search-text.ts), because the index of trigrams knows what a letter is from the system's
-- locale, and under that of the embedded PostgreSQL only the Latin ones are.
CREATE FUNCTION searchable("text" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN $1 !~ '[々〇㐀-䶿一-鿿𠀀-𲎯]' THEN $1 ELSE (
        SELECT string_agg(CASE
            WHEN n < 12293 THEN c
            WHEN n IN (12293, 12295) OR n BETWEEN 13312 AND 19903 OR n BETWEEN 19968 AND 40959 THEN
                chr(65 + (n - 12288) / 8000) || chr(71 + (n - 12288) / 400 % 20) || chr(71 + (n - 12288) / 20 % 20) || chr(71 + (n - 12288) % 20)
            WHEN n BETWEEN 131072 AND 205743 THEN
                'F' || chr(71 + (n - 131072) / 8000) || chr(71 + (n - 131072) / 400 % 20) || chr(71 + (n - 131072) / 20 % 20) || chr(71 + (n - 131072) % 20)
            ELSE c
        END, '' ORDER BY at)
        FROM (SELECT c, ascii(c) AS n, at FROM string_to_table($1, NULL) WITH ORDINALITY AS chars(c, at)) one
    ) END
$$;

-- What is stored holds each of them three times. The indexes are made anew, which is quicker than to change each entry.
DROP INDEX "customers_search_idx";
DROP INDEX "contacts_search_idx";
DROP INDEX "opportunities_search_idx";
UPDATE "customers" SET "searchText" = searchable(regexp_replace("searchText", '([々〇㐀-䶿一-鿿𠀀-𲎯])\1\1', '\1', 'g')) WHERE "searchText" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';
UPDATE "contacts" SET "searchText" = searchable(regexp_replace("searchText", '([々〇㐀-䶿一-鿿𠀀-𲎯])\1\1', '\1', 'g')) WHERE "searchText" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';
UPDATE "opportunities" SET "searchText" = searchable(regexp_replace("searchText", '([々〇㐀-䶿一-鿿𠀀-𲎯])\1\1', '\1', 'g')) WHERE "searchText" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';
UPDATE "products" SET "searchText" = searchable(regexp_replace("searchText", '([々〇㐀-䶿一-鿿𠀀-𲎯])\1\1', '\1', 'g')) WHERE "searchText" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';
CREATE INDEX "customers_search_idx" ON "customers" USING GIN ("searchText" gin_trgm_ops);
CREATE INDEX "contacts_search_idx" ON "contacts" USING GIN ("searchText" gin_trgm_ops);
CREATE INDEX "opportunities_search_idx" ON "opportunities" USING GIN ("searchText" gin_trgm_ops);

-- Who is found by the domain of a mail address.
CREATE INDEX "identity_keys_mail_domain_idx" ON "identity_keys"("recordType", split_part("value", '@', 2)) WHERE kind = 'email';

-- Names are compared by their trigrams, of which Chinese characters have none under many a locale: they stand here in the same Latin
-- letters as in what is searched. Until now no Chinese name was found by a like one, and every question read the whole index for it.
DROP INDEX "identity_keys_name_idx";
UPDATE "identity_keys" SET "value" = searchable("value") WHERE "kind" = 'name' AND "value" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';
CREATE INDEX "identity_keys_name_idx" ON "identity_keys" USING GIN ("value" gin_trgm_ops) WHERE (kind = 'name' AND "recordType" = 'customer');
ANALYZE "identity_keys";

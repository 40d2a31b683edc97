-- Each Chinese character three times, so that the index of trigrams serves also one or two of them (search-text.ts).
UPDATE "customers" SET "searchText" = regexp_replace("searchText", '([々〇㐀-䶿一-鿿𠀀-𲎯])', '\1\1\1', 'g') WHERE "searchText" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';
UPDATE "contacts" SET "searchText" = regexp_replace("searchText", '([々〇㐀-䶿一-鿿𠀀-𲎯])', '\1\1\1', 'g') WHERE "searchText" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';
UPDATE "opportunities" SET "searchText" = regexp_replace("searchText", '([々〇㐀-䶿一-鿿𠀀-𲎯])', '\1\1\1', 'g') WHERE "searchText" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';
UPDATE "products" SET "searchText" = regexp_replace("searchText", '([々〇㐀-䶿一-鿿𠀀-𲎯])', '\1\1\1', 'g') WHERE "searchText" ~ '[々〇㐀-䶿一-鿿𠀀-𲎯]';

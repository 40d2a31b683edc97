-- How somebody likes the product to look, wherever he signs in. What is absent he has not chosen.
alter table "users" add column "preferences" jsonb not null default '{}';

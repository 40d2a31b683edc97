-- One to three people at each company; the first of them is the primary one.
create unlogged table bench.contact as
  select c.i * 4 + k as i, k, bench.id(c.at, c.i * 4 + k, 50) as id, c.id as "customerId", c.i as customer, c.at, c."ownerId", c."teamId", c.latin
  from bench.customer c cross join lateral generate_series(1, bench.pick(c.i, 51, 3)) k
  where c.company;

insert into contacts (id, name, pinyin, phones, emails, language, "ownerId", "teamId", "searchText", "createdAt", "createdById", "updatedAt", "updatedById")
  select id, name, pinyin, '[]', jsonb_build_array(jsonb_build_object('type', 'work', 'address', 'person' || i || '@bench.example')),
    case when latin then 'en' else 'zh' end, "ownerId", "teamId", searchable(concat_ws(' ', lower(name), nullif(pinyin, ''))), at, "ownerId", at, "ownerId"
  from (
    select p.*,
      case when latin then w."firstNames"[bench.pick(i, 52, 12)] || ' ' || w."lastNames"[bench.pick(i, 53, 12)]
        else w.surnames[bench.pick(i, 52, 12)] || w."givenNames"[bench.pick(i, 53, 16)] end as name,
      case when latin then '' else w."surnamesPinyin"[bench.pick(i, 52, 12)] || w."givenNamesPinyin"[bench.pick(i, 53, 16)] end as pinyin
    from bench.contact p cross join bench.words w
    offset 0
  ) named;

insert into customer_contacts (id, "customerId", "contactId", title, "primary", "createdAt")
  select bench.id(at, i, 54), "customerId", id, (array['采购经理', '总经理', '工程师', '财务', 'IT 主管'])[bench.pick(i, 55, 5)], k = 1, at
  from bench.contact;

insert into identity_keys ("recordType", kind, value, "recordId", shared)
  select 'contact', 'name', searchable(lower(name)), id, false from contacts
  union all select 'contact', 'email', emails->0->>'address', id, false from contacts;

-- Nine of ten customers are Chinese, six of seven are companies.
create unlogged table bench.customer as
  select c.i, bench.id(c.at, c.i, 30) as id, c.at, c.company, c.latin, r.i as rep, r.id as "ownerId", r."teamId",
    case
      when c.company and c.latin then w."latinStems"[bench.pick(c.i, 31, 12)] || ' ' || w."latinTrades"[bench.pick(c.i, 32, 10)]
      when c.company then w.stems[bench.pick(c.i, 31, 24)] || w.trades[bench.pick(c.i, 32, 12)]
      when c.latin then w."firstNames"[bench.pick(c.i, 31, 12)] || ' ' || w."lastNames"[bench.pick(c.i, 32, 12)]
      else w.surnames[bench.pick(c.i, 31, 12)] || w."givenNames"[bench.pick(c.i, 32, 16)]
    end as short,
    case
      when c.latin then ''
      when c.company then w."stemsPinyin"[bench.pick(c.i, 31, 24)] || w."tradesPinyin"[bench.pick(c.i, 32, 12)]
      else w."surnamesPinyin"[bench.pick(c.i, 31, 12)] || w."givenNamesPinyin"[bench.pick(c.i, 32, 16)]
    end as sound,
    case
      when c.latin then ''
      when c.company then w."stemsInitials"[bench.pick(c.i, 31, 24)] || w."tradesInitials"[bench.pick(c.i, 32, 12)]
      else w."surnamesInitials"[bench.pick(c.i, 31, 12)] || w."givenNamesInitials"[bench.pick(c.i, 32, 16)]
    end as initials
  from (
    select i::bigint, bench.roll(i, 33) < 0.86 as company, bench.roll(i, 34) < 0.1 as latin,
      date_trunc('milliseconds', :start::timestamptz - interval '400 days' + interval '1495 days' * power(i::float8 / :customers, 0.8)) as at
    from generate_series(1, :customers) i
    offset 0 -- each value is computed once
  ) c cross join bench.words w join bench.rep r on r.i = 1 + floor(40 * power(bench.roll(c.i, 35), 1.3));

insert into customers (id, number, kind, name, "shortName", "normalizedName", pinyin, "pinyinInitials", "industryId", "sizeBand", employees,
    country, region, city, phones, emails, lifecycle, "sourceId", "ownerId", "teamId", "ownedSince", language, tier, tags, "searchText",
    "lastActivityAt", "createdAt", "createdById", "updatedAt", "updatedById")
  select id, number, kind, name, short, lower(name), pinyin, "pinyinInitials", industry, band, employees, country, city, city, phones, emails, lifecycle,
    source, "ownerId", "teamId", at, case when latin then 'en' else 'zh' end, tier, tags,
    searchable(concat_ws(' ', lower(name), lower(short), lower(number), nullif(pinyin, ''), nullif("pinyinInitials", ''))), touched, at, "ownerId", touched, "ownerId"
  from (
    select c.*, 'CUS-' || to_char(c.at, 'YYYY') || '-' || lpad((row_number() over (partition by to_char(c.at, 'YYYY') order by c.i))::text, 6, '0') as number,
      case when company then 'company' else 'person' end as kind,
      case
        when company and latin then short || ' ' || w."latinForms"[bench.pick(c.i, 36, 6)]
        when company then w.cities[bench.pick(c.i, 37, 16)] || short || '有限公司'
        else short
      end as name,
      case when company and not latin then w."citiesPinyin"[bench.pick(c.i, 37, 16)] || sound || 'youxiangongsi' else sound end as pinyin,
      case when company and not latin then w."citiesInitials"[bench.pick(c.i, 37, 16)] || initials || 'yxgs' else initials end as "pinyinInitials",
      case when latin then 'Europe' else '中国' end as country,
      case when latin then null else w.cities[bench.pick(c.i, 37, 16)] end as city,
      case when company then industries[bench.pick(c.i, 38, cardinality(industries))] end as industry,
      case when company then (array['to9', 'to49', 'to99', 'to499', 'to999', 'from1000'])[bench.pick(c.i, 39, 6)] end as band,
      case when company then bench.pick(c.i, 40, 900) end as employees,
      jsonb_build_array(jsonb_build_object('type', 'work', 'number', '1' || (3000000000 + bench.pick(c.i, 41, 999999999)), 'e164', '+861' || (3000000000 + bench.pick(c.i, 41, 999999999)), 'valid', true)) as phones,
      jsonb_build_array(jsonb_build_object('type', 'work', 'address', 'office' || c.i || '@bench.example')) as emails,
      (array['active', 'active', 'active', 'prospect', 'prospect', 'dormant', 'lost', 'partner'])[bench.pick(c.i, 42, 8)] as lifecycle,
      (array['high', 'medium', 'medium', 'low', 'low', 'low', 'new'])[bench.pick(c.i, 43, 7)] as tier,
      case when bench.roll(c.i, 44) < 0.1 then array['重点'] else '{}'::text[] end as tags,
      sources[bench.pick(c.i, 45, cardinality(sources))] as source,
      date_trunc('milliseconds', c.at + (:until - c.at) * bench.roll(c.i, 46)) as touched
    from bench.customer c cross join bench.words w
      cross join (select array_agg(id order by code) as sources from sources) s
      cross join (select array_agg(i.id order by i.code) as industries from dictionary_items i join dictionaries d on d.id = i."dictionaryId" where d.code = 'industry') n
    offset 0
  ) filled;

insert into number_sequences (entity, year, next)
  select 'customers', date_part('year', at)::int, count(*) + 1 from bench.customer group by 2
  on conflict (entity, year) do update set next = excluded.next;

-- As packages/domain/src/features/duplicates makes them: the words here have no legal form but the Chinese one.
insert into identity_keys ("recordType", kind, value, "recordId", shared)
  select 'customer', 'name', searchable(case when kind = 'company' and language = 'zh' then "shortName" when kind = 'company' then lower(replace("shortName", ' ', '')) else lower(name) end), id, false from customers
  union all select 'customer', 'phone', reverse(phones->0->>'e164'), id, false from customers
  union all select 'customer', 'email', emails->0->>'address', id, false from customers;

insert into opportunities (id, version, number, name, "customerId", "pipelineId", "stageId", "stageEnteredAt", phase, amount, currency, rate, "baseAmount",
    margin, probability, "weightedBase", "forecastCategory", "expectedCloseAt", "pushCount", "pushedDays", "closedAt", "closedInStageId", "reasonId", "sourceId", "productIds",
    "ownerId", "teamId", tags, "searchText", "startedAt", "lastActivityAt", "nextActionAt", "createdAt", "createdById", "updatedAt", "updatedById")
  select id, visited + (not open)::int, number, name, "customerId", "pipelineId", "stageId", entered, phase, amount, currency, rate, round(amount * rate, 2),
    round(amount * 0.35, 2), probability, round(round(amount * rate, 2) * probability, 2), "forecastCategory",
    (at + cycle)::date + pushes * 14, pushes, pushes * 14, case when not open then entered end, "closedIn", reason, source, products,
    "ownerId", "teamId", tags, searchable(concat_ws(' ', lower(name), lower(number), nullif(heard, ''))), at::date, touched, "nextAt", at, "ownerId", touched, "ownerId"
  from (
    select d.*, s.id as "stageId", s."pipelineId", s.phase, s.probability::numeric as probability, s."forecastCategory", x.rate,
      'OPP-' || to_char(d.at, 'YYYY') || '-' || lpad((row_number() over (partition by to_char(d.at, 'YYYY') order by d.i))::text, 6, '0') as number,
      case when d.latin then d.short || ' ' || a.en || ' ' || w."latinSubjects"[bench.pick(d.i, 80, 6)]
        else d.short || ' ' || a.zh || w.subjects[bench.pick(d.i, 80, 6)] end as name,
      case when d.latin then '' else d.sound || a.sound || w."subjectsPinyin"[bench.pick(d.i, 80, 6)] end as heard,
      round(d.q1 * round(a.price / x.rate, 2) * (1 - d.discount), 2) + coalesce(round(d.q2 * round(b.price / x.rate, 2), 2), 0) as amount,
      case when b.id is null or b.id = a.id then array[a.id] else array[a.id, b.id] end as products,
      case when bench.roll(d.i, 81) < 0.2 then bench.pick(d.i, 82, 3) else 0 end as pushes,
      case when not d.open then c.id end as "closedIn",
      case when d.stage = 6 then reasons[bench.pick(d.i, 83, cardinality(reasons))] end as reason,
      sources[bench.pick(d.i, 84, cardinality(sources))] as source,
      case when bench.roll(d.i, 85) < 0.1 then array['重点'] else '{}'::text[] end as tags,
      date_trunc('milliseconds', case when d.open then d.entered + (:until - d.entered) * bench.roll(d.i, 86) else d.entered end) as touched,
      case when d.open and bench.roll(d.i, 87) < 0.8 then :until::timestamptz + interval '1 hour' * (8 + bench.pick(d.i, 88, 480) - 72) end as "nextAt"
    from bench.deal d
      join bench.stage s on s.i = d.stage
      left join bench.stage c on c.i = d.visited
      join bench.product a on a.i = d.p1
      left join bench.product b on b.i = d.p2
      join (values ('CNY', 1), ('USD', 7.1), ('EUR', 7.8)) x(code, rate) on x.code = d.currency
      cross join bench.words w
      cross join (select array_agg(id order by code) as sources from sources) f
      cross join (select array_agg(i.id order by i.code) as reasons from dictionary_items i join dictionaries l on l.id = i."dictionaryId" where l.code = 'loseReason') n
    offset 0
  ) filled
  order by i;

insert into number_sequences (entity, year, next)
  select 'opportunities', date_part('year', at)::int, count(*) + 1 from bench.deal group by 2
  on conflict (entity, year) do update set next = excluded.next;

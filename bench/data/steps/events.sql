-- The beginning of each record, and the last thing that happened to each deal.
insert into events (id, at, "actorType", "actorId", action, type, entity, "recordId", "customerId", "recordVersion", title, data)
  select bench.id(c."createdAt", row_number() over (order by c.id), 99), c."createdAt", 'user', c."ownerId", 'create', 'customer.created', 'customers', c.id, c.id, 1, c.name, '{}'
  from customers c;

insert into events (id, at, "actorType", "actorId", action, type, entity, "recordId", "customerId", "recordVersion", title, data)
  select bench.id(o."createdAt", d.i, 100), o."createdAt", 'user', o."ownerId", 'create', 'opportunity.created', 'opportunities', o.id, o."customerId", 1, o.name,
    jsonb_build_object('stageId', s.id, 'pipelineId', s."pipelineId")
  from bench.deal d join opportunities o on o.id = d.id join bench.stage s on s.i = 1 order by d.i;

insert into events (id, at, "actorType", "actorId", action, type, entity, "recordId", "customerId", "recordVersion", title, changes, data)
  select bench.id(d.entered, d.i, 101), d.entered, 'user', d."ownerId", 'command',
    case when d.open then 'opportunity.moved' when d.won then 'opportunity.won' else 'opportunity.lost' end, 'opportunities', o.id, o."customerId", o.version, o.name,
    jsonb_build_array(jsonb_build_object('field', 'stageId', 'old', f.id, 'new', t.id)), jsonb_build_object('from', f.en, 'to', t.en)
  from bench.deal d join opportunities o on o.id = d.id join bench.stage t on t.i = d.stage join bench.stage f on f.i = d.visited - d.open::int
  where d.visited > d.open::int;

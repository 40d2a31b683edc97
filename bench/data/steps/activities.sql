-- What was done about each deal, and for open ones what is planned next.
insert into activities (id, kind, subject, direction, "customerId", "opportunityId", "ownerId", "teamId", "plannedStart", "plannedEnd", "actualStart", "actualEnd",
    answered, status, "createdAt", "createdById", "updatedAt", "updatedById")
  select bench.id(at, i * 4 + n, 96), kind, case when latin then en else zh end, 'out', "customerId", id, "ownerId", "teamId",
    planned, planned + interval '1 hour', done, done + interval '40 minutes', done is not null, case when done is null then 'planned' else 'done' end, at, "ownerId", coalesce(done, at), "ownerId"
  from (
    select d.i, d.id, d."customerId", d."ownerId", d."teamId", d.latin, d.at, a.n, a.done, a.planned,
      (array['call', 'visit', 'meeting', 'demo'])[k] as kind, (array['电话沟通需求', '上门拜访', '方案会议', '产品演示'])[k] as zh,
      (array['Call about the need', 'Visit', 'Meeting on the proposal', 'Demo'])[k] as en
    from bench.deal d join opportunities o on o.id = d.id
      cross join lateral (values
        (0, o."lastActivityAt", null::timestamptz, true),
        (1, d.at + interval '1 day', null, d.visited > 1 and bench.roll(d.i, 98) < 0.5),
        (2, null, o."nextActionAt", o."nextActionAt" is not null)) a(n, done, planned, wanted)
      cross join lateral bench.pick(d.i * 4 + a.n, 97, 4) k
    where a.wanted
    offset 0
  ) acts;

-- A tree of 13 teams and 50 people: the administrator who set up, a head, eight leaders and forty reps.
create table bench.team as
  select i, bench.id(:start, i, 10) as id, case when i = 1 then null when i <= 5 then 1 else 2 + (i - 6) / 2 end as parent,
    (array['销售中心', '华东', '华北', '华南', '海外', '华东一部', '华东二部', '华北一部', '华北二部', '华南一部', '华南二部', '欧洲', '美洲'])[i] as zh,
    (array['Sales', 'East', 'North', 'South', 'Abroad', 'East 1', 'East 2', 'North 1', 'North 2', 'South 1', 'South 2', 'Europe', 'Americas'])[i] as en
  from generate_series(1, 13) i;

create table bench.person as
  select i, bench.id(:start, i, 11) as id,
    case when i = 1 then 1 else 6 + (i - 2) % 8 end as team, -- 1 leads all, 2 … 9 a team each, the rest sells
    case when i = 1 then 'head' when i <= 9 then 'leader' else 'rep' end as part,
    w.surnames[bench.pick(i, 12, 12)] || w."givenNames"[bench.pick(i, 13, 16)] as name
  from generate_series(1, 49) i, bench.words w;

insert into teams (id, label, "parentId", "createdAt", "updatedAt")
  select t.id, jsonb_build_object('zh', t.zh, 'en', t.en), p.id, :start, :start from bench.team t left join bench.team p on p.i = t.parent;

insert into users (id, email, name, status, title, "managerId", "primaryTeamId", "joinedAt", "createdAt", "updatedAt")
  select p.id, p.part || p.i || '@bench.example', p.name, 'active', p.part,
    case p.part when 'head' then null when 'leader' then (select id from bench.person where i = 1)
      else (select l.id from bench.person l where l.part = 'leader' and l.team = p.team) end,
    t.id, :start, :start, :start
  from bench.person p join bench.team t on t.i = p.team;

insert into team_members ("teamId", "userId", "from")
  select t.id, p.id, :start from bench.person p join bench.team t on t.i = p.team;

update teams set "managerId" = p.id from bench.team t join bench.person p on p.team = t.i and p.part in ('head', 'leader') where t.id = teams.id;

insert into user_roles ("userId", "roleId")
  select p.id, r.id from bench.person p join roles r on r.code = case p.part when 'rep' then 'rep' else 'salesManager' end;

create table bench.rep as
  select row_number() over (order by p.i) as i, p.id, t.id as "teamId" from bench.person p join bench.team t on t.i = p.team where p.part = 'rep';

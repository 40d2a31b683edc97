-- What was acknowledged against what is stored. $1: the ledger as JSON; $2: whether nobody writes any more.
-- One row per kind of fault found; none when all is well. Numbers I1 to I12 are the invariants of a fault rig.
with ledger as materialized (
  select * from jsonb_to_recordset($1::jsonb) as l(kind text, id uuid, version int, name text, number text, key text)
),
deals as materialized (
  select o.id, split_part(o.name, ' ', 1) as name, o.number, o.version, o."stageId",
         split_part(o.number, '-', 3)::int as count from opportunities o
),
told as materialized (
  select e.id as event, e.entity, e."recordId" as id, e."recordVersion" as version, e.type from events e
  where e.entity in ('opportunities', 'imports')
),
jobs as materialized (
  select j.id, j.name, (j.data ->> 'eventId')::uuid as event, j.state::text, j.heartbeat_on from pgboss.job j
  where j.name like 'imports.%'
),
found(kind, what, example) as (
  select 'lost', 'I1 an acknowledged record is not stored', l.name from ledger l
  where l.kind = 'deal' and not exists (select from deals d where d.id = l.id and d.name = l.name and d.number = l.number)
     or l.kind = 'upload' and not exists (select from imports i where i.id = l.id and i."fileName" = l.name)
  union all
  select 'lost', 'I1 an acknowledged change is not stored', l.name from ledger l
  where l.kind in ('move', 'change') and not exists (select from deals d where d.id = l.id and d.version >= l.version)
  union all
  select 'lost', 'I1 an acknowledged write has no event', l.name from ledger l
  where not exists (select from told t where t.id = l.id and t.version = l.version)
  union all
  select 'lost', 'I1 the key of an acknowledged write is not kept', l.name from ledger l
  where l.key is not null and not exists (select from idempotency_keys k where k.key = l.key)
  union all
  select 'doubled', 'I2 one write is stored twice', name from deals group by name having count(*) > 1
  union all
  select 'doubled', 'I2 one upload is stored twice', "fileName" from imports group by "fileName" having count(*) > 1
  union all
  select 'doubled', 'I2 stored and never acknowledged', d.name from deals d
  where $2 and not exists (select from ledger l where l.kind = 'deal' and l.id = d.id)
  union all
  select 'doubled', 'I6 two events for one version', t.id::text from told t
  where t.version is not null group by t.id, t.version having count(*) > 1
  union all
  select 'doubled', 'I4 two jobs for one event', j.event::text from jobs j group by j.event, j.name having count(*) > 1
  union all
  select 'half', 'I3 a change without its event', d.name from deals d
  where d.version <> (select count(*) from told t where t.id = d.id)
  union all
  select 'half', 'I3 an event without its record', t.id::text from told t
  where t.entity = 'opportunities' and not exists (select from deals d where d.id = t.id)
  union all
  select 'half', 'I4 an event without its job', t.event::text from told t
  where t.type = 'import.checkStarted' and not exists (select from jobs j where j.event = t.event)
  union all
  select 'half', 'I4 a job without its event', j.id::text from jobs j
  where not exists (select from told t where t.event = j.event)
  union all
  select 'half', 'I7 a gap in the numbers', min(s.next)::text from number_sequences s
  where s.entity = 'opportunities' and (s.next - 1) <> (select count(*) from deals) group by s.entity
  union all
  select 'half', 'I7 numbers that do not run on', max(d.count)::text from deals d having max(d.count) <> count(*)
  union all
  select 'half', 'I8 stays that are not the moves', d.name from deals d
  where (select count(*) from stage_moves m where m."opportunityId" = d.id)
     <> (select count(*) from told t where t.id = d.id and t.type in ('opportunity.created', 'opportunity.moved'))
     or d."stageId" is distinct from
        (select m."toStageId" from stage_moves m where m."opportunityId" = d.id and m."leftAt" is null)
  union all
  select 'half', 'I11 a job of a silent worker', j.id::text from jobs j
  where $2 and j.state = 'active' and j.heartbeat_on < now() - interval '20 seconds'
  union all
  select 'half', 'I12 a transaction left open', a.pid::text from pg_stat_activity a
  where $2 and a.state like 'idle in transaction%' and a.xact_start < now() - interval '5 seconds'
)
select kind, what, count(*)::int as count, min(example) as example from found group by kind, what order by kind, what

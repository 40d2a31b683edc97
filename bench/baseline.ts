/*
 * What the bars are measured against: bare Fastify and pg with named prepared statements, no rights, no contract, no
 * checks; the same rows as JSON. Started by the harness with the address of the database as its only argument.
 */
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 })
const app = Fastify()

const JOINS = `left join customers customer on customer.id = o."customerId" left join stages stage on stage.id = o."stageId"
  left join users owner on owner.id = o."ownerId"`

const LIST = `select o.id, o.version, o.number, o.name, o."customerId", customer.name as "customerName", o."stageId", stage.label as "stageLabel",
    o.phase, o.amount, o.currency, o."baseAmount", o.probability, o."expectedCloseAt"::text, o."ownerId", owner.name as "ownerName",
    o."nextActionAt", o."lastActivityAt", o."updatedAt"
  from opportunities o ${JOINS}
  where o."deletedAt" is null and o.phase in ('open', 'commit') and o.amount >= $1 order by o.amount desc, o.id desc limit 51`

const ONE = `select o.*, customer.name as "customerName", customer.tier, stage.label as "stageLabel", stage."maxDays", owner.name as "ownerName",
    pipeline.label as "pipelineLabel", team.label as "teamLabel", source.label as "sourceLabel", reason.label as "reasonLabel",
    (select json_agg(json_build_object('id', l.id, 'productId', l."productId", 'product', p.label, 'quantity', l.quantity, 'unitPrice', l."unitPrice", 'net', l.net) order by l."order")
      from opportunity_lines l join products p on p.id = l."productId" where l."opportunityId" = o.id) as lines,
    (select json_agg(json_build_object('contactId', c.id, 'name', c.name, 'buyingRole', k."buyingRole", 'attitude', k.attitude))
      from opportunity_contacts k join contacts c on c.id = k."contactId" where k."opportunityId" = o.id) as contacts,
    (select json_agg(json_build_object('id', c.id, 'name', c.name)) from opportunity_competitors k join competitors c on c.id = k."competitorId"
      where k."opportunityId" = o.id) as competitors,
    (select json_agg(json_build_object('at', c.at, 'from', c."from", 'to', c."to")) from close_date_changes c where c."opportunityId" = o.id) as "closeDateChanges",
    (select a.subject from activities a where a."opportunityId" = o.id and a."deletedAt" is null and a.status in ('planned', 'inProgress', 'missed')
      and a."plannedStart" = o."nextActionAt" order by a.id limit 1) as "nextActionTitle",
    (select m.id from stage_moves m where m."opportunityId" = o.id and m."leftAt" is null) as "moveId",
    (select s.label from stage_moves m join stages s on s.id = m."fromStageId" where m."opportunityId" = o.id and m.direction = 'close'
      order by m."enteredAt" desc limit 1) as "closedInStage",
    (select json_agg(json_build_object('id', c.id, 'stageId', c."stageId", 'kind', c.kind, 'label', c.label)) from stage_criteria c
      join stages s on s.id = c."stageId" where s."pipelineId" = o."pipelineId" and o.phase in ('open', 'commit')) as criteria
  from opportunities o ${JOINS} left join pipelines pipeline on pipeline.id = o."pipelineId" left join teams team on team.id = o."teamId"
    left join sources source on source.id = o."sourceId" left join dictionary_items reason on reason.id = o."reasonId"
  where o.id = $1`

app.get<{ Querystring: { amount: string } }>('/list', async ({ query }) => {
  const { rows } = await pool.query({ name: 'list', text: LIST, values: [query.amount] })
  return { items: rows.slice(0, 50) }
})

app.get<{ Params: { id: string } }>('/one/:id', async ({ params }) => {
  const { rows } = await pool.query({ name: 'one', text: ONE, values: [params.id] })
  return rows[0]
})

console.log(await app.listen({ host: '127.0.0.1', port: 0 }))

/** Many want the same thing at once, over HTTP: one wins per version, the history is the versions, one key makes one row. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Stage } from './stage.ts'

export type Contest = { what: string; rivals: number; won: number; refused: number; stored: number; faults: string[] }

/** All rivals change one deal, each from a version that some of them share. */
export async function patches(stage: Stage, rivals: number): Promise<Contest> {
  const id = await makeDeal(stage)
  const statuses = await race(stage, rivals, (index) => [
    'PATCH',
    `/opportunities/${id}`,
    { name: `rival ${index}`, version: levelOf(index, rivals) },
  ])
  return judgeRace(stage, `${rivals} patches of one deal [C1] [F19]`, id, statuses)
}

/** All rivals move one deal, back and forth between two stages. */
export async function moves(stage: Stage, rivals: number): Promise<Contest> {
  const id = await makeDeal(stage)
  const { body } = await stage.client.insist('GET', `/pipelines/${stage.world.pipelineId}`)
  const [first, second] = body.stages as { id: string }[]
  const statuses = await race(stage, rivals, (index) => {
    const version = levelOf(index, rivals)
    return ['POST', `/opportunities/${id}/move`, { stageId: version % 2 === 1 ? second?.id : first?.id, version }]
  })
  const contest = await judgeRace(stage, `${rivals} stage moves of one deal [C1] [F19]`, id, statuses)
  const [row] = await query<{ stays: number }>(
    stage,
    `select count(*)::int as stays from stage_moves where "opportunityId" = $1`,
    [id],
  )
  if (row?.stays !== contest.won + 1) contest.faults.push(`${row?.stays} stays for ${contest.won} moves`)
  return contest
}

/** One request, sent many times at once with the same key. */
export async function twins(stage: Stage, count: number): Promise<Contest> {
  const name = `twin-${randomUUID()}`
  const { pipelineId, customerId } = stage.world
  const key = randomUUID()
  const sent = { name, pipelineId, customerId, amount: '1' }
  const answers = await Promise.all(
    Array.from({ length: count }, () => stage.client.insist('POST', '/opportunities', sent, key)),
  )
  const ids = new Set(answers.map(({ body }) => body.id))
  const fresh = answers.filter(({ replayed }) => !replayed).length
  const [row] = await query<{ stored: number }>(
    stage,
    'select count(*)::int as stored from opportunities where name = $1',
    [name],
  )
  const faults: string[] = []
  if (row?.stored !== 1) faults.push(`${row?.stored} rows for one key`)
  if (fresh !== 1 || ids.size !== 1) faults.push(`${fresh} answers of its own, ${ids.size} records`)
  if (answers.some(({ status }) => status !== 201)) faults.push('an answer was not 201')
  return {
    what: `${count} times the same key [C3]`,
    rivals: count,
    won: fresh,
    refused: count - fresh,
    stored: row?.stored ?? 0,
    faults,
  }
}

// Four groups of rivals: those of the first version and of three that are still to come.
const levelOf = (index: number, rivals: number) => 1 + Math.floor((index * 4) / rivals)

type Call = [method: string, path: string, body: object]

const race = async ({ client }: Stage, rivals: number, callOf: (index: number) => Call): Promise<number[]> =>
  Promise.all(Array.from({ length: rivals }, async (_, index) => (await client.insist(...callOf(index))).status))

async function judgeRace(stage: Stage, what: string, id: string, statuses: number[]): Promise<Contest> {
  const [row] = await query<{ version: number; told: number; last: number }>(
    stage,
    `select version, (select count(*)::int from events where "recordId" = o.id) as told,
       (select max("recordVersion") from events where "recordId" = o.id) as last from opportunities o where id = $1`,
    [id],
  )
  const won = statuses.filter((status) => status === 200).length
  const refused = statuses.filter((status) => status === 412).length
  const { version = 0, told = 0, last = 0 } = row ?? {}
  const faults: string[] = []
  if (won !== version - 1) faults.push(`${won} were told they won, the version is ${version}`)
  if (won + refused !== statuses.length) faults.push(`answers beside 200 and 412: ${[...new Set(statuses)].join()}`)
  if (told !== version || last !== version) faults.push(`${told} events up to ${last} for version ${version}`)
  if (won === 0) faults.push('nobody won')
  return { what, rivals: statuses.length, won, refused, stored: version, faults }
}

async function makeDeal({ client, world }: Stage): Promise<string> {
  const { pipelineId, customerId } = world
  const sent = { name: `prize-${randomUUID()}`, pipelineId, customerId, need: 'kept', amount: '1' }
  const { body } = await client.insist('POST', '/opportunities', sent, randomUUID())
  if (!body.id) throw new Error(`No deal to fight for: ${JSON.stringify(body)}`)
  return body.id
}

async function query<T extends pg.QueryResultRow>({ rig }: Stage, sql: string, values: unknown[]): Promise<T[]> {
  const db = new pg.Client({ connectionString: rig.databaseUrl() })
  await db.connect()
  try {
    return (await db.query<T>(sql, values)).rows
  } finally {
    await db.end()
  }
}

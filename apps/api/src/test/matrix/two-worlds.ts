/** The oracle: two worlds that differ in one value of one record must answer a reader who may not know it alike. */
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { PrismaClient } from '@rapport/prisma'
import type { Pool } from 'pg'
import { ask, type Stage, type Tally } from './judge.ts'
import type { Person } from './people.ts'
import { questionsOf } from './channels.ts'
import { exportedTo } from './exported.ts'
import { besides, tracesOf, type Pair } from './values.ts'

export type Point = { noun: string; id: string; name: string; field: Field; pair: Pair }
/** `declared` takes out of an answer what the reader may be told all the same. */
export type Oracle = Stage & { pool: Pool; admin: Person; served: Set<string>; declared?: (text: string) => string }

/**
 * The one declared disclosure (B13): that something exists beyond the reader's reach, whose and since when, and how surely. What else
 * were told there would stay in the answer.
 */
export const withoutHints = (text: string): string =>
  text.replace(/"hidden":\[\{"level":"[a-z]+","owner":(?:"[^"]*"|null),"since":"[^"]+"\}\]/, '"hidden":[]')

const tableOf = (noun: string) => noun.replaceAll('-', '_')

/** Columns of the noun's table: a field that is not among them is computed from others. */
export const columnsOf = async (prisma: PrismaClient, noun: string): Promise<Map<string, string>> => {
  const rows = await prisma.$queryRaw<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${`public.${tableOf(noun)}`}::regclass and attnum > 0 and not attisdropped`
  return new Map(rows.map(({ name, type }) => [name, type]))
}

// What happened to a record tells each change: of the change that makes the difference both worlds keep one trace, alike.
const sameTrace = (pool: Pool, id: string) => ({
  before: async () => {
    await pool.query(
      'delete from event_personal_values where "eventId" in (select e.id from events e where e."recordId" = $1)',
      [id],
    )
    await pool.query('delete from events where "recordId" = $1', [id])
    await pool.query('delete from close_date_changes where "opportunityId" = $1', [id])
  },
  after: async () => {
    await pool.query(
      'update event_personal_values set "eventId" = $1 where "eventId" in (select e.id from events e where e."recordId" = $1)',
      [id],
    )
    await pool.query(
      `update events set id = "recordId", at = 'epoch', "requestId" = null, "recordVersion" = 1, xid = 1 where "recordId" = $1`,
      [id],
    )
  },
})

// As an administrator would write it, so that what is derived from the value follows; then the row looks untouched.
const change = async (oracle: Oracle, { noun, id, name, field }: Point, value: unknown): Promise<void> => {
  const { pool } = oracle
  const table = tableOf(noun)
  const written = !field.derived && !field.fixed && oracle.served.has(`PATCH /${noun}/:id`)
  const before = await pool.query<Record<string, unknown>>(`select * from "${table}" where id = $1`, [id])
  const { version } = before.rows[0] as { version?: number }
  const trace = sameTrace(pool, id)
  await trace.before()
  const body = { [name]: value, version, ...needsReason(noun, name) }
  const answer = written ? await ask(oracle, oracle.admin, 'PATCH', `/${noun}/${id}`, body) : undefined
  if (answer?.status !== 200) {
    const type = (await columnsOf(oracle.prisma, noun)).get(name)!
    const stored = type === 'jsonb' ? JSON.stringify(value) : value
    const beside = besides[`${noun}.${name}`] ?? ''
    await pool.query(`update "${table}" set ${beside} "${name}" = $2::${type} where id = $1`, [id, stored])
  }
  await trace.after()
  const kept = ['version', 'updatedAt', 'updatedById'].filter((column) => column in before.rows[0]!)
  if (kept.length > 0)
    await pool.query(
      `update "${table}" set ${kept.map((column, at) => `"${column}" = $${at + 2}`).join(', ')} where id = $1`,
      [id, ...kept.map((column) => before.rows[0]![column])],
    )
}

const needsReason = (noun: string, name: string) =>
  noun === 'customers' && name === 'sourceId' ? { reason: 'canary' } : {}

/** Keeps the row as it is; returns what puts it back. */
const keepRow = async ({ pool, prisma }: Oracle, { noun, id }: Point): Promise<() => Promise<void>> => {
  const table = tableOf(noun)
  await pool.query('drop table if exists trust_row')
  await pool.query(`create table trust_row as select * from "${table}" where id = '${id}'`)
  const names = [...(await columnsOf(prisma, noun)).keys()].map((name) => `"${name}"`)
  return async () => {
    const values = names.map((name) => `${name} = kept.${name}`).join(', ')
    await pool.query(`update "${table}" row set ${values} from trust_row kept where row.id = kept.id`)
  }
}

type Heard = { status: number; text: string }
const withoutRequest = (text: string) => text.replace(/"requestId":"[^"]+"/, '')

const listen = async (oracle: Oracle, reader: Person, point: Point): Promise<Map<string, Heard>> => {
  const { noun, id, name, field, pair } = point
  const heard = new Map<string, Heard>()
  const { declared = (whole: string) => whole } = oracle
  for (const { channel, path, body } of questionsOf(noun, id, name, field, pair, oracle.served)) {
    const { status, text, etag } = await ask(oracle, reader, body ? 'POST' : 'GET', path, body)
    heard.set(`${channel} ${path} ${body ? JSON.stringify(body) : ''}`, {
      status,
      text: declared(`${withoutRequest(text)} ${etag}`),
    })
  }
  const file = await exportedTo(oracle, reader, noun)
  if (file) heard.set('export', { status: file.status, text: declared(withoutRequest(file.text)) })
  return heard
}

const inBoth = async (oracle: Oracle, reader: Person, point: Point, restore: () => Promise<void>) => {
  await change(oracle, point, point.pair[0])
  const low = await listen(oracle, reader, point)
  await restore()
  await change(oracle, point, point.pair[1])
  return [low, await listen(oracle, reader, point)] as const
}

const differenceOf = (one: string, other: string): string => {
  const at = [...one].findIndex((letter, place) => letter !== other[place])
  return `${one.slice(Math.max(0, at - 60), at + 40)} | ${other.slice(Math.max(0, at - 10), at + 40)}`
}

/** Asks everything in both worlds; a difference, or a trace of either value, is a leak. */
export const compareWorlds = async (oracle: Oracle, reader: Person, point: Point, tally: Tally): Promise<void> => {
  const { noun, name, pair } = point
  const restore = await keepRow(oracle, point)
  const asked = await inBoth(oracle, reader, point, restore).catch(async (error: unknown) => {
    await restore()
    throw error
  })
  await restore()
  const [low, high] = asked
  const traces = ['id', 'ref', 'refs'].includes(point.field.kind) ? [] : pair.flatMap(tracesOf) // other records show their ids
  for (const [question, { status, text }] of low) {
    tally.cells++
    const other = high.get(question)!
    const shown = traces.filter((trace) => text.includes(trace) || other.text.includes(trace))
    const at = `${noun}.${name} by ${decodeURIComponent(question)}`
    if (status >= 500 || other.status >= 500) tally.faults.push(`${at}: fails with ${status}, ${other.status}`)
    if (shown.length > 0) tally.faults.push(`${at}: shows ${shown[0]}`)
    else if (status !== other.status || text !== other.text)
      tally.faults.push(`${at}: answers differ ${differenceOf(text, other.text)}`)
  }
}

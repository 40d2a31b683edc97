/** The filter language means the same in SQL and in memory: random filters on random rows, over every kind of field. */
import { systemActor, type Actor } from '@rapport/domain/access/actor.ts'
import { field, fieldsOf, type Fields } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { matches } from '@rapport/domain/filter/matches.ts'
import { resolveFilter } from '@rapport/domain/filter/resolve.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileFilter } from '../records/compile-filter.ts'
import { readable } from '../records/readable-set.ts'
import { join, raw, recordSet, sql, type RowView } from '../records/record-set.ts'
import { useDatabase } from './database.ts'
import { filterOver, rowsFor } from './filter-samples.ts'

const database = useDatabase()
const label = { zh: '值', en: 'Value' }
const usable = { label, filterable: true } as const
const choices = ['a', 'b', 'c'].map((value) => ({ value, label }))

const fields: Fields = fieldsOf({
  text: field.text(usable),
  longText: field.longText(usable),
  identifier: field.identifier(usable),
  caption: field.label(usable),
  int: field.int(usable),
  decimal: field.decimal(usable),
  money: field.money({ ...usable, currencyField: 'currency' }),
  percent: field.percent(usable),
  currency: field.currency(usable),
  date: field.date(usable),
  instant: field.instant(usable),
  boolean: field.boolean(usable),
  choice: field.choice({ ...usable, choices }),
  ownerId: field.ref({ ...usable, to: 'users', as: 'owner' }),
  teamId: field.ref({ ...usable, to: 'teams', as: 'team' }),
  refs: field.refs({ ...usable, to: 'products' }),
  tags: field.tags(usable),
  phones: field.phones(usable),
  emails: field.emails(usable),
  addresses: field.addresses(usable),
})

const columns: Record<string, string> = {
  text: 'text',
  longText: 'text',
  identifier: 'text',
  caption: 'jsonb',
  int: 'int',
  decimal: 'numeric(19,4)',
  money: 'numeric(19,4)',
  percent: 'numeric(7,4)',
  currency: 'char(3)',
  date: 'date',
  instant: 'timestamptz(3)',
  boolean: 'boolean',
  choice: 'text',
  ownerId: 'uuid',
  teamId: 'uuid',
  refs: 'uuid[]',
  tags: 'text[]',
  phones: 'jsonb',
  emails: 'jsonb',
  addresses: 'jsonb',
}

const samples = recordSet({
  noun: 'sources',
  alias: 'sample',
  fields,
  from: sql`samples sample`,
  visibleTo: () => sql`true`,
  labels: {},
  can: () => ({}),
  defaultSort: ['id'],
})

const ROWS = 60
const seed = Date.now() % 2 ** 31
const zones = ['Asia/Shanghai', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC', 'America/Havana']
const me = '01900000-0000-7000-8000-000000000001'
const team = '01900000-0000-7000-8000-000000000002'
const readers = zones.map((timeZone): Actor => ({
  ...systemActor(timeZone),
  userId: me,
  teamIdsBelow: [team],
}))
let rows: { stored: RowView; sent: RowView }[] = []

beforeAll(async () => {
  const table = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`)
  await database.pool.query(
    `create table samples (id uuid primary key default uuidv7(), version int default 1, "createdAt" timestamptz(3) default now(), "updatedAt" timestamptz(3) default now(), ${table.join(', ')})`,
  )
  const [made] = fc.sample(rowsFor(fields, ROWS), { numRuns: 1, seed })
  for (const row of made ?? []) {
    const names = Object.keys(row)
    const values = names.map((name) =>
      columns[name] === 'jsonb' && row[name] !== null ? JSON.stringify(row[name]) : row[name],
    )
    const places = names.map((name, at) => `$${at + 1}::${columns[name]}`)
    await database.pool.query(
      `insert into samples (${names.map((name) => `"${name}"`).join(', ')}) values (${places.join(', ')})`,
      values,
    )
  }
  const stored = await database.prisma.$queryRaw<RowView[]>`select * from samples order by id`
  const texts = await database.prisma.$queryRaw<RowView[]>`
    select id, date::text, decimal::text, money::text, percent::text from samples order by id`
  rows = stored.map((row, at) => ({
    stored: row,
    sent: { ...row, ...texts[at], instant: (row.instant as Date | null)?.toISOString() ?? null },
  }))
})

/** Row by row, which of the filters hold: asked of the database, at once for many filters. */
const inSql = async (filters: readonly Filter[], actor: Actor, now: Date): Promise<boolean[][]> => {
  const set = readable(samples, { actor, now })
  const tests = filters.map((filter, at) => sql`(${compileFilter(set, filter)}) is true as ${raw(`"f${at}"`)}`)
  const found = await database.prisma.$queryRaw<RowView[]>`
    select ${join(tests, ', ')} from samples sample order by sample.id`
  return found.map((row) => filters.map((_, at) => row[`f${at}`] === true))
}

type Judge = typeof matches

/** The same in memory, on the row as the database driver gives it and as it is sent. */
const inMemory = (filters: readonly Filter[], actor: Actor, now: Date, judge: Judge) => {
  const { lookup } = readable(samples, { actor, now })
  const env = { now, timeZone: actor.timeZone, userId: actor.userId, teamIds: actor.teamIdsBelow }
  const resolved = filters.map((filter) => {
    const result = resolveFilter(filter, lookup, env)
    if (!result.ok) throw new Error(`${result.fault.code} ${JSON.stringify(filter)}`)
    return result.filter
  })
  return (row: RowView): boolean[] => resolved.map((filter) => judge(filter, (name) => row[name]))
}

const batch = fc.tuple(
  fc.array(filterOver(fields), { minLength: 50, maxLength: 50 }),
  fc.constantFrom(...readers),
  fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
)

/** Throws the first difference between SQL and `judge`; returns how often a filter held. */
const compare = async (runs: number, judge: Judge): Promise<number> => {
  let held = 0
  const property = fc.asyncProperty(batch, async ([filters, actor, now]) => {
    const asked = await inSql(filters, actor, now)
    const inRow = inMemory(filters, actor, now, judge)
    rows.forEach(({ stored, sent }, at) => {
      for (const row of [stored, sent]) {
        const found = inRow(row)
        const first = filters.findIndex((_, index) => found[index] !== asked[at]?.[index])
        if (first >= 0) throw new Error(difference(filters[first]!, row, found[first]!, actor, now))
        held += found.filter(Boolean).length
      }
    })
  })
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true })
  return held
}

const difference = (filter: Filter, row: RowView, memory: boolean, actor: Actor, now: Date) =>
  `memory says ${memory}, SQL says ${!memory}: ${JSON.stringify({ filter, row, zone: actor.timeZone, now })}`

describe('SQL and memory', () => {
  it(`agree on 10,000 random filters and ${ROWS} rows each, seed ${seed}`, async () => {
    // Filters that never hold would agree about nothing.
    expect(await compare(200, matches)).toBeGreaterThan(50_000)
  }, 120_000)

  it.each<[string, Judge]>([
    [
      'null taken for no',
      (filter, valueOf) => matches(filter, (name) => valueOf(name) ?? (name === 'boolean' ? false : null)),
    ],
    ['an empty list taken for null', (filter, valueOf) => matches(filter, (name) => emptied(valueOf(name)))],
    ['a negation that needs a value', (filter, valueOf) => strictly(filter, valueOf)],
  ])('planted: %s is found', async (_, judge) => {
    // By a wrong answer, or by a value the wrong judge cannot even compare.
    await expect(compare(50, judge)).rejects.toThrow('Property failed')
  })
})

const emptied = (value: unknown) => (value === null ? [] : Array.isArray(value) && value.length === 0 ? ['x'] : value)
const strictly: Judge = (filter, valueOf) =>
  'none' in filter && 'test' in filter.none && valueOf(filter.none.field) === null ? false : matches(filter, valueOf)

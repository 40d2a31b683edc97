import fc from 'fast-check'
import { expect, it } from 'vitest'
import { useDatabase } from '../test/database.ts'
import { givenRows } from './given-rows.ts'
import { join, raw, sql } from './record-set.ts'

const database = useDatabase()

const text = fc.oneof(
  fc.constantFrom(
    '',
    'NULL',
    'null',
    '{}',
    '{a,b}',
    '"',
    '\\',
    '\\"',
    "o'clock",
    ' a ',
    'a,b',
    '张伟\n二',
    '\t',
    '\r\n',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((one) => one.isWellFormed() && !one.includes('\0')),
)
const decimals = fc
  .tuple(fc.maxSafeInteger(), fc.nat({ max: 9999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`)
const json = fc.oneof(
  fc.dictionary(fc.constantFrom('a', 'b "c"', 'd\\e'), fc.oneof(text, fc.integer(), fc.constant(null))),
  fc.array(text, { maxLength: 3 }),
)
const valuesOf: Record<string, fc.Arbitrary<unknown>> = {
  uuid: fc.uuid(),
  text,
  int: fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
  bigint: fc.maxSafeInteger(),
  'numeric(24,4)': decimals,
  boolean: fc.boolean(),
  date: fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
  'timestamp(3) with time zone': fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2200-01-01'),
    noInvalidDate: true,
  }),
  jsonb: json,
  'uuid[]': fc.array(fc.uuid(), { maxLength: 3 }),
  'text[]': fc.array(text, { maxLength: 3 }),
}
const types = Object.keys(valuesOf)
const row = fc.tuple(...types.map((type) => fc.option(valuesOf[type] as fc.Arbitrary<unknown>, { nil: null })))
const rows = fc.oneof(
  fc.array(row, { minLength: 1, maxLength: 6 }),
  // The same in all rows.
  fc.tuple(row, fc.integer({ min: 1, max: 4 })).map(([one, count]) => Array.from({ length: count }, () => one)),
)

it('gives PostgreSQL the values that JSON would have given it', async () => {
  const columns = types.map((type, at) => ({ type, name: `c${at}` }))
  const shape = join(
    columns.map(({ name, type }) => raw(`"${name}" ${type}`)),
    ', ',
  )
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const asRows = given.map((values) => Object.fromEntries(columns.map(({ name }, at) => [name, values[at]])))
      const arrays = givenRows(columns.map((one, at) => ({ ...one, values: given.map((values) => values[at]) })))
      const [{ same, count } = {}] = await database.prisma.$queryRaw<{ same: boolean; count: number }[]>(sql`
        with expected as (select * from jsonb_to_recordset(${JSON.stringify(asRows)}::jsonb) as e(${shape})), got as (select * from ${arrays} g)
        select (select array_agg(e::text) from expected e) = (select array_agg(g::text) from got g) as same,
          (select count(*)::int from got) as count`)
      expect({ same, count }).toEqual({ same: true, count: given.length })
    }),
    { numRuns: 150 },
  )
})

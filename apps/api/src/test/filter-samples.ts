/** Random filters and rows for any field list: values from small pools, so that they meet; and every operator of each kind. */
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition, Filter, FilterValue, Operator } from '@rapport/domain/filter/filter.ts'
import { operatorsOf } from '@rapport/domain/filter/operators.ts'
import { hostileStrings } from '@rapport/domain/test/hostile.ts'
import fc from 'fast-check'

const uuids = Array.from({ length: 6 }, (_, at) => `01900000-0000-7000-8000-00000000000${at}`)
const words = [
  'Acme',
  'acme',
  'ACME GmbH',
  'İstanbul',
  'straße',
  'STRASSE',
  'Σίσυφος',
  'ΣΊΣΥΦΟΣ',
  'a%b',
  'a_b',
  'a\\b',
  '云帆',
  '%',
  '_',
  '\\',
]
const storable = hostileStrings.filter(
  (text) => text.length < 100 && text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text),
)
const days = [
  '2026-03-28',
  '2026-03-29',
  '2026-10-31',
  '2026-11-01',
  '2026-12-31',
  '2027-01-01',
  '1900-01-01',
  '2200-12-31',
  '2024-02-29',
]
const instants = days.flatMap((day) => [
  `${day}T00:00:00.000Z`,
  `${day}T03:00:00.000Z`,
  `${day}T15:59:59.999Z`,
  `${day}T16:00:00.000Z`,
])

const anyText = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...storable),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc
    .string({ unit: 'binary', maxLength: 4 })
    .filter((text) => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)),
)
const anyInt = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(2_147_483_647, -2_147_483_648))
const anyDecimal = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '0.5',
    '0.50',
    '1.5',
    '1.5000',
    '-1.5',
    '999999999999999.9999',
    '-999999999999999.9999',
    '0.0001',
  ),
  fc.integer({ min: -20_000, max: 20_000 }).map((units) => (units / 10_000).toFixed(4)),
)
const share = fc.integer({ min: 0, max: 10_000 }).map((units) => (units / 10_000).toFixed(4))
const anyDay = fc.oneof(
  fc.constantFrom(...days),
  fc
    .date({ min: new Date('2025-06-01'), max: new Date('2027-06-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
)
const anyInstant = fc.oneof(
  fc.constantFrom(...instants),
  fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
)

/** A value as the database holds it. */
const valueFor = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'int':
      return anyInt
    case 'decimal':
    case 'money':
      return anyDecimal
    case 'percent':
      return share
    case 'currency':
      return fc.constantFrom('CNY', 'USD', 'JPY')
    case 'date':
      return anyDay
    case 'instant':
      return anyInstant
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...field.choices.map(({ value }) => value))
    case 'ref':
    case 'id':
      return fc.constantFrom(...uuids)
    case 'refs':
      return fc.uniqueArray(fc.constantFrom(...uuids), { maxLength: 3 })
    case 'tags':
      return fc.uniqueArray(anyText, { maxLength: 3 })
    case 'label':
      return fc.record({ zh: anyText, en: anyText })
    case 'phones':
      return fc.array(fc.record({ type: fc.constant('work'), number: anyText }), { maxLength: 2 })
    case 'emails':
      return fc.array(fc.record({ type: fc.constant('work'), address: anyText }), { maxLength: 2 })
    case 'addresses':
      return fc.array(fc.record({ type: fc.constant('office'), city: anyText }), { maxLength: 2 })
    default:
      return anyText
  }
}

/** So many rows, a quarter of their values null. */
export const rowsFor = (fields: Fields, count: number): fc.Arbitrary<Record<string, unknown>[]> => {
  const own = Object.entries(fields).filter(([name]) => !['id', 'version', 'createdAt', 'updatedAt'].includes(name))
  const row = fc.record(Object.fromEntries(own.map(([name, field]) => [name, fc.option(valueFor(field), { freq: 4 })])))
  return fc.array(row, { minLength: count, maxLength: count })
}

const relative = fc.oneof(
  fc.record({ daysAgo: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ daysAhead: fc.integer({ min: 0, max: 400 }) }),
  fc.record({
    period: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
    offset: fc.integer({ min: -3, max: 3 }),
  }),
)
const between = (value: fc.Arbitrary<string>) => fc.record({ from: value, to: value })
const numberIn = (field: Field) =>
  field.kind === 'int'
    ? fc.oneof(anyInt, fc.constantFrom(3_000_000_000, -900_719_925_474_099))
    : fc.oneof(anyDecimal, anyInt)

const operandOf = (field: Field, op: Operator): fc.Arbitrary<unknown> => {
  if (op === 'empty' || op === 'notEmpty') return fc.constant(undefined)
  if (op === 'contains' || op === 'startsWith') return anyText.filter((text) => text !== '')
  if (field.kind === 'date') return fc.oneof(anyDay, between(anyDay), relative)
  if (field.kind === 'instant') return fc.oneof(anyDay, between(anyDay), relative, anyInstant)
  const one: fc.Arbitrary<unknown> =
    field.kind === 'ref'
      ? fc.oneof(
          fc.constantFrom(...uuids),
          fc.constant(field.to === 'users' ? { me: true } : field.to === 'teams' ? { myTeam: true } : uuids[0]),
        )
      : ['int', 'decimal', 'money', 'percent'].includes(field.kind)
        ? numberIn(field)
        : field.kind === 'refs'
          ? fc.constantFrom(...uuids)
          : field.kind === 'tags'
            ? anyText
            : valueFor(field)
  if (op === 'between') return between(numberIn(field).map(String))
  return ['in', 'notIn', 'hasAny', 'hasAll'].includes(op) ? fc.array(one, { maxLength: 4 }) : one
}

const conditionOver = (fields: Fields): fc.Arbitrary<Condition> => {
  const pairs = Object.entries(fields).flatMap(([name, field]) =>
    field.filterable ? operatorsOf[field.kind].map((op) => ({ name, field, op })) : [],
  )
  return fc
    .constantFrom(...pairs)
    .chain(({ name, field, op }) =>
      operandOf(field, op).map((value) => ({
        field: name,
        op,
        ...(value !== undefined && { value: value as FilterValue }),
      })),
    )
    .filter(isMeaningful)
}

// An instant by itself answers eq, before and after; the rest of the operators ask for days.
const isMeaningful = ({ op, value }: Condition) =>
  !(typeof value === 'string' && /T.*Z$/.test(value) && ['between', 'within'].includes(op))

/** A filter of up to four levels; all its conditions fit their fields. */
export const filterOver = (fields: Fields): fc.Arbitrary<Filter> => {
  const condition: fc.Arbitrary<Filter> = conditionOver(fields)
  const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      condition,
      condition,
      fc.record({ and: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ not: tie('tree') }),
    ),
  }))
  return tree
}

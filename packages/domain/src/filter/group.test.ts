import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateIn, startOfPeriod } from '../dates.ts'
import { field, fieldsOf, type Fields } from '../field/kinds.ts'
import { groupableFields, groupCondition, isByMonth, type GroupKey } from './group.ts'
import { matches } from './matches.ts'
import { resolveFilter } from './resolve.ts'

const traits = { label: { zh: '值', en: 'Value' }, filterable: true, groupable: true } as const
const choices = ['a', 'b'].map((value) => ({ value, label: traits.label }))
const fields: Fields = fieldsOf({
  note: field.text({ label: traits.label, filterable: true }),
  city: field.text(traits),
  kind: field.choice({ ...traits, choices }),
  ownerId: field.ref({ ...traits, to: 'users', as: 'owner' }),
  large: field.boolean(traits),
  due: field.date(traits),
  closedAt: field.instant(traits),
})
const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'UTC', 'America/Sao_Paulo']

/** The key under which the aggregate counts a value: what is written, or the first of the reader's month. */
const keyOf = (name: string, value: unknown, timeZone: string): GroupKey => {
  if (value === null || value === '') return null
  const one = fields[name]!
  if (!isByMonth(one)) return value as GroupKey
  const day = one.kind === 'date' ? String(value) : dateIn(new Date(String(value)), timeZone)
  return startOfPeriod(day, 'month')
}

const isIn = (name: string, key: GroupKey, value: unknown, timeZone: string): boolean => {
  const env = { now: new Date('2026-11-23T00:00:00Z'), timeZone, userId: null, teamIds: [] }
  const resolved = resolveFilter(groupCondition(name, fields[name]!, key), (path) => fields[path], env)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.fault))
  return matches(resolved.filter, () => value)
}

// Around the ends of months, where a group begins and another ends.
const instants = fc
  .date({ min: new Date('2026-01-30'), max: new Date('2026-03-02'), noInvalidDate: true })
  .map((date) => date.toISOString())
const values: Record<string, fc.Arbitrary<unknown>> = {
  city: fc.constantFrom('', '上海', 'Ningbo', 'ningbo'),
  kind: fc.constantFrom('a', 'b', null),
  ownerId: fc.constantFrom('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', null),
  large: fc.boolean(),
  due: fc.option(instants.map((instant) => instant.slice(0, 10))),
  closedAt: fc.option(instants),
}

describe('groupCondition', () => {
  it.each(Object.keys(values))('holds for the values of its own group and for no others: %s', (name) => {
    const value = values[name]!
    fc.assert(
      fc.property(value, value, fc.constantFrom(...zones), (one, other, timeZone) => {
        const key = keyOf(name, one, timeZone)
        expect(isIn(name, key, one, timeZone)).toBe(true)
        expect(isIn(name, key, other, timeZone)).toBe(keyOf(name, other, timeZone) === key)
      }),
    )
  })
})

it('offers the fields that say so, in their order', () => {
  expect(groupableFields(fields).map(([name]) => name)).toEqual(Object.keys(values))
})

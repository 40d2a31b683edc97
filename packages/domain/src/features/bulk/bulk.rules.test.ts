import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulkEntities } from './bulk-actions.ts'
import { bulkFields } from './bulk-fields.ts'
import { decideChange, decideUndo, type Values } from './bulk.rules.ts'

const tag = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const tags = fc.uniqueArray(tag)
const name = fc.constantFrom('sourceId', 'region', 'language')
const value = fc.option(fc.constantFrom('x', 'y', 'z'))
const valuesOf = (of: fc.Arbitrary<string>) => fc.dictionary(of, value) as fc.Arbitrary<Values>
const record = fc.tuple(valuesOf(name), tags).map(([values, own]): Values => ({ ...values, tags: own }))
const change = fc
  .tuple(valuesOf(name), fc.record({ add: tags, remove: tags }), fc.boolean())
  .map(([values, tagChange, both]): Values => (both ? { ...values, tags: tagChange } : values))

const zone = 'Asia/Shanghai'
const found = (values: Values) => ({ version: 3, allowed: true, values })

describe('a change of one of many records', () => {
  it('is undone to the very values that were there, and done twice it changes nothing', () => {
    fc.assert(
      fc.property(record, change, (values, changes) => {
        const verdict = decideChange(found(values), 3, changes, zone)
        if (verdict.outcome !== 'changed') return
        const changed = { ...values, ...verdict.after }
        expect(decideChange(found(changed), 3, changes, zone).outcome).toBe('unchanged')
        const { restore, code } = decideUndo(found(changed), verdict.before, verdict.after)
        expect(code).toBeNull()
        const back = { ...changed, ...restore }
        for (const field of Object.keys(back)) expect(back[field] ?? null).toEqual(values[field] ?? null)
      }),
    )
  })

  it('leaves to others what they changed since, and puts back the rest', () => {
    fc.assert(
      fc.property(record, change, name, fc.string(), (values, changes, touched, theirs) => {
        const verdict = decideChange(found(values), 3, changes, zone)
        if (verdict.outcome !== 'changed') return
        const now: Values = { ...values, ...verdict.after, [touched]: `theirs ${theirs}` }
        const { restore, since } = decideUndo(found(now), verdict.before, verdict.after)
        expect(restore).not.toHaveProperty(touched)
        expect(since).toEqual(touched in verdict.after ? [touched] : [])
      }),
    )
  })

  it('takes back what only followed from it when all of it goes back, and not otherwise', () => {
    const before = { expectedCloseAt: '2026-01-01', pushCount: 1 }
    const after = { expectedCloseAt: '2026-02-01' }
    expect(decideUndo(found({ expectedCloseAt: '2026-02-01' }), before, after).restore).toEqual(before)
    expect(decideUndo(found({ expectedCloseAt: '2026-03-01' }), before, after).restore).toEqual({})
  })

  it.each([
    ['record.notFound', null, 3],
    ['access.denied', { ...found({}), allowed: false }, 3],
    ['version.stale', found({}), 2],
  ] as const)('is refused as %s', (code, given, version) => {
    expect(decideChange(given, version, { region: 'x' }, zone)).toEqual({ outcome: 'failed', code })
  })

  it('moves a plan from where it stands, and leaves one that has no time where days are counted from it', () => {
    const plan = (plannedStart: string | null, move: object) =>
      decideChange(found({ plannedStart }), 3, { plannedStart: move }, zone)
    const friday = '2026-11-27T06:30:00.000Z'
    expect(plan(friday, { workingDays: 1 })).toMatchObject({ after: { plannedStart: '2026-11-30T06:30:00.000Z' } })
    expect(plan(friday, { day: '2026-11-27' }).outcome).toBe('unchanged')
    expect(plan(null, { day: '2026-11-30' })).toMatchObject({ after: { plannedStart: '2026-11-30T01:00:00.000Z' } })
    expect(plan(null, { workingDays: 1 }).outcome).toBe('unchanged')
    expect(plan(friday, { workingDays: 0 }).outcome).toBe('unchanged')
  })

  it('refuses a tag too many', () => {
    const many = Array.from({ length: 50 }, (_, at) => `tag ${at}`)
    expect(decideChange(found({ tags: many }), 3, { tags: { add: ['one more'] } }, zone)).toEqual({
      outcome: 'failed',
      code: 'list.length',
    })
  })
})

it('offers no field that is personal, derived or tells one record from the next', () => {
  for (const entity of bulkEntities)
    for (const field of Object.values(bulkFields[entity])) {
      expect(field.sensitive ?? field.derived ?? field.fixed).toBeUndefined()
      expect(['identifier', 'phones', 'emails', 'label']).not.toContain(field.kind)
    }
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { field, fieldsOf } from '../field/kinds.ts'
import {
  combineRoles,
  limitTo,
  may,
  scopeOf,
  systemActor,
  type Actor,
  type FieldAccess,
  type RoleRules,
} from './actor.ts'
import { actions, nouns, specials, type Action, type Noun, type Permission, type Special } from './permissions.ts'
import { fieldAccess, mask, readableFields } from './readable.ts'
import { scopes, type Scope } from './scope.ts'
import { writeFaults } from './writable.ts'

const allNouns = Object.keys(nouns) as Noun[]
const permissions: Permission[] = [
  ...allNouns.flatMap((noun) => actions.map((action): Permission => `${noun}.${action}`)),
  ...(Object.keys(specials) as Special[]),
]
const accesses: FieldAccess[] = ['hidden', 'masked', 'read', 'write']
const some = <T>(values: readonly T[]) => fc.subarray([...values])
const perNoun = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom('customers', 'contacts', 'sources'), value, { maxKeys: 3 })

const role: fc.Arbitrary<RoleRules> = fc.record({
  rights: perNoun(some<Action>(actions)),
  scopes: perNoun(fc.constantFrom<Scope>(...scopes)),
  fieldRules: fc.dictionary(fc.constantFrom('customers.phones', 'sources.code'), fc.constantFrom(...accesses)),
  special: some(Object.keys(specials) as Special[]),
})
const roles = fc.array(role, { maxLength: 4 })
const as = (rules: RoleRules): Actor => ({ ...systemActor('UTC'), kind: 'user', rules })
const rightsOf = (rules: RoleRules) => permissions.filter((permission) => may(as(rules), permission))
const reads = (rules: RoleRules, noun: Noun) => rules.rights[noun]?.includes('read') === true
const widest = <T>(order: readonly T[], values: readonly T[]): T | undefined =>
  values.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0]

describe('several roles', () => {
  it('may what one of them may, and nothing else', () => {
    fc.assert(
      fc.property(roles, (list) => {
        const one = permissions.filter((permission) => list.some((rules) => may(as(rules), permission)))
        expect(rightsOf(combineRoles(list))).toEqual(one)
      }),
      { numRuns: 10_000 },
    )
  }, 20_000)

  it('reach as far as the widest of those that may read, never by a scope without a right', () => {
    fc.assert(
      fc.property(roles, fc.constantFrom(...allNouns), (list, noun) => {
        const given = list.filter((rules) => reads(rules, noun)).flatMap((rules) => rules.scopes[noun] ?? [])
        expect(scopeOf(as(combineRoles(list)), noun)).toBe(widest(scopes, given) ?? 'self')
      }),
      { numRuns: 10_000 },
    )
  })

  it('change and delete only as far as a role that may reaches itself [B2]', () => {
    fc.assert(
      fc.property(roles, fc.constantFrom(...allNouns), fc.constantFrom(...actions), (list, noun, action) => {
        const combined = as(combineRoles(list))
        const givers = list.filter((rules) => rules.rights[noun]?.includes(action))
        const far = widest(
          scopes,
          givers.map((rules) => rules.scopes[noun] ?? 'self'),
        )
        const [own, seen] = [scopeOf(combined, noun, action), scopeOf(combined, noun)]
        if (may(combined, `${noun}.${action}`))
          expect(scopes.indexOf(own)).toBe(Math.min(scopes.indexOf(far ?? 'self'), scopes.indexOf(seen)))
      }),
      { numRuns: 10_000 },
    )
  }, 20_000)

  it('see of a field what the most open of those that may read sees', () => {
    fc.assert(
      fc.property(roles, (list) => {
        const readers = list.filter((rules) => reads(rules, 'customers'))
        const open = widest(
          accesses,
          readers.map((rules) => rules.fieldRules['customers.phones'] ?? 'write'),
        )
        const combined = fieldAccess(as(combineRoles(list)), 'customers', 'phones')
        expect(combined).toBe(open ?? combined)
      }),
      { numRuns: 10_000 },
    )
  })

  it('do not depend on order or repetition, and one more never takes anything away', () => {
    fc.assert(
      fc.property(roles, role, (list, more) => {
        const combined = combineRoles(list)
        const [shuffled, wider] = [combineRoles([...list.toReversed(), ...list]), combineRoles([...list, more])]
        expect(rightsOf(shuffled)).toEqual(rightsOf(combined))
        expect(rightsOf(wider)).toEqual(expect.arrayContaining(rightsOf(combined)))
        for (const noun of allNouns) {
          expect(scopeOf(as(shuffled), noun)).toBe(scopeOf(as(combined), noun))
          expect(scopes.indexOf(scopeOf(as(wider), noun))).toBeGreaterThanOrEqual(
            scopes.indexOf(scopeOf(as(combined), noun)),
          )
        }
      }),
      { numRuns: 2_000 },
    )
  }, 20_000)

  it('of nobody may nothing', () => {
    const rules = combineRoles([])
    expect(rightsOf(rules)).toEqual([])
    expect(scopeOf(as(rules), 'customers')).toBe('self')
  })
})

describe('an API key', () => {
  it('never may more than its owner, nor more than its scopes', () => {
    fc.assert(
      fc.property(roles, some(permissions), (list, scopesOfKey) => {
        const owner = combineRoles(list)
        const own = rightsOf(owner)
        expect(rightsOf(limitTo(owner, scopesOfKey))).toEqual(own.filter((one) => scopesOfKey.includes(one)))
        expect(rightsOf(limitTo(owner, null))).toEqual(own)
        expect(limitTo(owner, scopesOfKey).fieldRules).toEqual(owner.fieldRules)
      }),
      { numRuns: 2_000 },
    )
  }, 20_000)
})

const fields = fieldsOf({
  name: field.text({
    label: { zh: '名', en: 'Name' },
    required: true,
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  phones: field.phones({ label: { zh: '电话', en: 'Phones' }, filterable: true }),
})
const ruled = (rule: FieldAccess): Actor =>
  as({
    rights: {},
    scopes: {},
    fieldRules: { 'customers.name': rule, 'customers.id': rule, 'customers.version': rule },
    special: [],
  })

describe('field rules', () => {
  it('hidden: the field does not exist; masked: it cannot filter, sort or group [B3]', () => {
    expect(Object.keys(readableFields(ruled('hidden'), 'customers', fields))).not.toContain('name')
    const masked = readableFields(ruled('masked'), 'customers', fields).name
    expect(masked).not.toHaveProperty('sortable')
    expect(masked).not.toHaveProperty('filterable')
    expect(masked).not.toHaveProperty('groupable')
    expect(readableFields(ruled('read'), 'customers', fields).name).toBe(fields.name)
  })

  it('hide with a field what is made of it, on its own noun and on others [B3]', () => {
    const made = fieldsOf({
      name: field.text({ label: { zh: '名', en: 'Name' } }),
      greeting: field.text({ label: { zh: '称', en: 'Greeting' }, derived: true, restsOn: ['name'] }),
      owed: field.text({ label: { zh: '欠', en: 'Owed' }, derived: true, restsOn: ['sources.unitCost'] }),
    })
    const rulesOf = (fieldRules: Record<string, FieldAccess>) => as({ rights: {}, scopes: {}, fieldRules, special: [] })
    const namesFor = (rules: Record<string, FieldAccess>) =>
      Object.keys(readableFields(rulesOf(rules), 'customers', made))
    expect(namesFor({})).toEqual(expect.arrayContaining(['greeting', 'owed']))
    expect(namesFor({ 'customers.name': 'masked' })).not.toContain('greeting')
    expect(namesFor({ 'sources.unitCost': 'hidden' })).not.toContain('owed')
  })

  it('never hide id and version, without which nothing can be sent', () => {
    expect(Object.keys(readableFields(ruled('hidden'), 'customers', fields))).toEqual(
      expect.arrayContaining(['id', 'version']),
    )
  })

  it('a hidden key is unknown, a readable one forbidden [B4]', () => {
    const codes = accesses.map((rule) => writeFaults(ruled(rule), 'customers', fields, { name: 'x', phones: [] }))
    expect(codes).toEqual([
      [{ code: 'field.unknown', path: 'name' }],
      [{ code: 'field.forbidden', path: 'name' }],
      [{ code: 'field.forbidden', path: 'name' }],
      [],
    ])
  })

  it('a mask shows at most seven characters of a text, and the domain of an address [B3]', () => {
    expect(mask('13812345678')).toBe('138****5678')
    expect(mask('1234567')).toBe('****')
    expect(mask([{ type: 'work', address: 'ann.lee@example.com' }])).toEqual([
      { type: 'work', address: 'a****@example.com' },
    ])
    expect(mask(12)).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }), (value) => {
        const shown = mask(value) as string
        expect(value.includes('@') ? 11 : [...shown].length).toBe(11)
        expect(shown.isWellFormed()).toBe(true)
      }),
    )
  })
})

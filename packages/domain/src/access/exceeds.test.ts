import { describe, expect, it } from 'vitest'
import type { RoleRules } from './actor.ts'
import { excessOf } from './exceeds.ts'

const rules = (given: Partial<RoleRules>): RoleRules => ({
  rights: {},
  scopes: {},
  fieldRules: {},
  special: [],
  ...given,
})
const own = rules({
  rights: { customers: ['read', 'update'], contacts: ['read'] },
  scopes: { customers: 'team', contacts: 'self' },
  fieldRules: { 'customers.creditLimit': 'read', 'contacts.phones': 'masked' },
  special: ['audit.read'],
})
const closed = { 'customers.creditLimit': 'read', 'contacts.phones': 'masked' } as const

describe('excessOf', () => {
  it('finds none in an equal or smaller role', () => {
    expect(excessOf(own, own)).toEqual([])
    const less = rules({
      rights: { customers: ['read'] },
      scopes: {},
      fieldRules: { 'customers.creditLimit': 'hidden' },
    })
    expect(excessOf(own, less)).toEqual([])
    expect(excessOf(own, rules({}))).toEqual([])
  })

  it.each([
    ['a right', { rights: { customers: ['read', 'delete'] }, fieldRules: closed }, 'rights.customers'],
    ['a noun', { rights: { users: ['read'] } }, 'rights.users'],
    [
      'a wider reach',
      { rights: { contacts: ['read'] }, scopes: { contacts: 'team' }, fieldRules: closed },
      'scopes.contacts',
    ],
    ['a field more open', { rights: { customers: ['read'] } }, 'fieldRules.customers.creditLimit'],
    [
      'a masked field in clear',
      { rights: { contacts: ['read'] }, fieldRules: { 'contacts.phones': 'read' } },
      'fieldRules.contacts.phones',
    ],
    ['a special right', { special: ['settings.manage'] }, 'special.settings.manage'],
  ] as [string, Partial<RoleRules>, string][])('names %s beyond one’s own', (_, given, path) => {
    expect(excessOf(own, rules(given))).toContain(path)
  })

  it('counts a right that reaches less far than reading as far as it reaches itself', () => {
    const two = rules({
      rights: { contacts: ['read', 'update'] },
      scopes: { contacts: 'all' },
      reach: { contacts: { update: 'self' } },
    })
    expect(excessOf(two, rules({ rights: { contacts: ['read'] }, scopes: { contacts: 'all' } }))).toEqual([])
    const wide = rules({ rights: { contacts: ['update'] }, scopes: { contacts: 'all' } })
    expect(excessOf(two, wide)).toEqual(['scopes.contacts'])
  })

  it('asks for no reach over a noun the role does not touch', () => {
    expect(excessOf(own, rules({ rights: { users: [] }, scopes: { users: 'all' } }))).toEqual([])
  })
})

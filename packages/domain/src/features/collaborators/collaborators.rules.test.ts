import fc from 'fast-check'
import { expect, it } from 'vitest'
import { systemActor, type Actor } from '../../access/actor.ts'
import type { Action } from '../../access/permissions.ts'
import { decideLending } from './collaborators.rules.ts'

const person = (rights: Action[]): Actor => ({
  ...systemActor('UTC'),
  kind: 'user',
  userId: 'lin',
  name: 'Lin',
  rules: { rights: { customers: rights }, scopes: {}, fieldRules: {}, special: [] },
})
const asked = { noun: 'customers', access: 'read', until: null, today: '2026-05-10', ownerId: 'xu' } as const

it('lends what the person may do with such records at all, until a day that is not over', () => {
  const days = fc.constantFrom(null, '2026-05-09', '2026-05-10', '2027-01-01')
  const rights = fc.subarray<Action>(['read', 'update', 'delete'])
  fc.assert(
    fc.property(rights, fc.constantFrom('read' as const, 'write' as const), days, (given, access, until) => {
      const may = given.includes('read') && (access === 'read' || given.includes('update'))
      const decision = decideLending({ ...asked, person: person(given), access, until })
      expect(decision.ok).toBe(may && until !== '2026-05-09')
    }),
  )
})

it.each([
  ['share.owner', { ownerId: 'lin' }, 'userId'],
  ['share.end_in_past', { until: '2026-05-09' }, 'until'],
] as const)('refuses with %s, naming the field', (code, given, path) => {
  expect(decideLending({ ...asked, person: person(['read']), ...given })).toMatchObject({ code, faults: [{ path }] })
})

it('tells the missing right of writing from that of reading', () => {
  const decide = (rights: Action[]) => decideLending({ ...asked, person: person(rights), access: 'write' })
  expect(decide(['read'])).toMatchObject({ code: 'share.no_entity_right', params: { name: 'Lin' } })
  expect(decide(['read', 'update'])).toEqual({ ok: true, value: 'write' })
})

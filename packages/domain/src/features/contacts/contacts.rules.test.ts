import { describe, expect, it } from 'vitest'
import { planLinks } from './contacts.rules.ts'

const stored = [
  { id: 'l1', customerId: 'c1', active: true },
  { id: 'l2', customerId: 'c2', active: true },
]

describe('planLinks', () => {
  it('creates what is new, updates what has its id, removes what is left out', () => {
    const sent = [{ customerId: 'c3' }, { id: 'l1', customerId: 'c1', active: false }]
    expect(planLinks(stored, sent)).toEqual({
      ok: true,
      plan: { create: [sent[0]], update: [sent[1]], remove: [stored[1]] },
    })
  })

  it.each([
    ['an id that is unknown', [{ id: 'l9', customerId: 'c1' }], 'customers.0.id'],
    ['an id of another customer', [{ id: 'l1', customerId: 'c2' }], 'customers.0.id'],
    ['two active places at one customer', [{ customerId: 'c3' }, { customerId: 'c3' }], 'customers.1.customerId'],
  ])('refuses %s', (_, sent, path) => {
    expect(planLinks(stored, sent)).toMatchObject({ ok: false, faults: [{ path }] })
  })

  it('takes an ended place beside a new one at the same customer', () => {
    expect(planLinks(stored, [{ id: 'l1', customerId: 'c1', active: false }, { customerId: 'c1' }]).ok).toBe(true)
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planLinks } from './contacts.rules.ts'
import { movedTo, withChangedPlace, withPlace } from './job-changes.ts'

const places = fc
  .uniqueArray(fc.record({ at: fc.integer({ min: 0, max: 5 }), active: fc.boolean() }), { selector: ({ at }) => at })
  .map((list) =>
    list.map(({ at, active }) => ({ id: `l${at}`, customerId: `c${at}`, active, to: active ? null : '2025-01-31' })),
  )

it('never loses a place, nor opens one that had ended', () => {
  fc.assert(
    fc.property(places, fc.nat(), (held, pick) => {
      const left = held[pick % Math.max(1, held.length)]
      const lists = [withPlace(held, { customerId: 'new' })]
      if (left) lists.push(movedTo(held, left.id, { customerId: 'new', day: '2026-05-10' }))
      if (left) lists.push(withChangedPlace(held, { id: left.id, customerId: left.customerId, active: left.active }))
      for (const sent of lists) {
        const decided = planLinks(held, sent)
        expect(decided).toMatchObject({ ok: true, plan: { remove: [] } })
        for (const one of held.filter(({ active }) => !active))
          expect(sent.find(({ id }) => id === one.id)).toMatchObject({ active: false })
      }
    }),
    { numRuns: 500 },
  )
})

it('ends the place that was left on the day the next begins', () => {
  const held = [
    { id: 'a', customerId: 'c1', active: true, to: null },
    { id: 'b', customerId: 'c0', active: false, to: '2024-01-01' },
  ]
  expect(movedTo(held, 'a', { customerId: 'c2', title: 'Head', day: '2026-05-10' })).toEqual([
    { id: 'a', customerId: 'c1', active: false, to: '2026-05-10' },
    { id: 'b', customerId: 'c0', active: false, to: '2024-01-01' },
    { customerId: 'c2', title: 'Head', from: '2026-05-10' },
  ])
})

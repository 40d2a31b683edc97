import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decideRelation, MOST_RELATIONS, type KnownArrow } from './relations.rules.ts'

const one = fc.constantFrom('ann', 'bo', 'cy')
const asked = fc.record({
  nearId: one,
  otherId: one,
  typeId: fc.constantFrom('friend', 'introducer'),
  inverse: fc.boolean(),
})
const pair = ({ fromId, toId, typeId }: KnownArrow) => [[fromId, toId].toSorted().join(' '), typeId].join(' ')

it('whatever is asked for, in whatever order: nobody is related to himself, no two twice in one way', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 40 }), (wishes) => {
      const known: KnownArrow[] = []
      for (const [at, wish] of wishes.entries()) {
        const decided = decideRelation({ ...wish, known })
        if (decided.ok) known.push({ id: String(at), ...decided.value })
      }
      expect(known.every(({ fromId, toId }) => fromId !== toId)).toBe(true)
      expect(new Set(known.map(pair)).size).toBe(known.length)
    }),
  )
})

it('what is said from one end is the same relation as its opposite said from the other', () => {
  fc.assert(
    fc.property(asked, ({ nearId, otherId, typeId, inverse }) => {
      fc.pre(nearId !== otherId)
      const here = decideRelation({ nearId, otherId, typeId, inverse, known: [] })
      expect(decideRelation({ nearId: otherId, otherId: nearId, typeId, inverse: !inverse, known: [] })).toEqual(here)
    }),
  )
})

it('a relation may become what it is already; a second one of the kind may not be added', () => {
  const known = [{ id: '1', fromId: 'ann', toId: 'bo', typeId: 'friend' }]
  const wish = { nearId: 'bo', otherId: 'ann', typeId: 'friend', inverse: false, known }
  expect(decideRelation({ ...wish, relationId: '1' })).toMatchObject({ ok: true, value: { fromId: 'bo' } })
  expect(decideRelation(wish)).toMatchObject({ code: 'relation.exists', faults: [{ path: 'typeId' }] })
})

it('no more than are shown, at either end', () => {
  const known = Array.from({ length: MOST_RELATIONS }, (_, at) => ({
    id: String(at),
    fromId: 'bo',
    toId: `p${at}`,
    typeId: 'friend',
  }))
  const wish = { nearId: 'ann', otherId: 'bo', typeId: 'friend', inverse: false }
  expect(decideRelation({ ...wish, known })).toMatchObject({ code: 'relation.limit' })
  expect(decideRelation({ ...wish, known: known.slice(1) })).toMatchObject({ ok: true })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionsOf, type Filter } from '../../filter/filter.ts'
import { usableFilter, usableSort } from './view-for-reader.ts'

const names = ['amount', 'margin', 'stage', 'owner']
const condition = fc.record({ field: fc.constantFrom(...names), op: fc.constant('notEmpty' as const) })
const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    condition,
    fc.record({ and: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({ or: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({ not: tie('tree') }),
  ),
}))
const isUsable = (name: string) => name !== 'margin'

describe('usableFilter', () => {
  it('never names what the reader may not use, and loses no condition unsaid [B12]', () => {
    fc.assert(
      fc.property(tree, (filter) => {
        const { filter: kept, unavailable } = usableFilter(filter, isUsable)
        const left = kept ? conditionsOf(kept) : []
        expect(left.every(({ field }) => isUsable(field))).toBe(true)
        expect(left.length + unavailable).toBe(conditionsOf(filter).length)
      }),
    )
  })

  it('leaves a filter alone of which everything may be used', () => {
    fc.assert(
      fc.property(tree, (filter) => {
        expect(usableFilter(filter, () => true)).toEqual({ filter, unavailable: 0 })
      }),
    )
  })

  it('drops an OR group whole, because half of it would select something else', () => {
    const open: Filter = { field: 'stage', op: 'notEmpty' }
    const either: Filter = { or: [{ field: 'margin', op: 'gte', value: '1' }, open] }
    expect(usableFilter({ and: [open, either] }, isUsable)).toEqual({ filter: open, unavailable: 2 })
    expect(usableFilter(either, isUsable)).toEqual({ filter: null, unavailable: 2 })
  })
})

describe('usableSort', () => {
  it('keeps order and direction of what may be used', () => {
    expect(usableSort(['-margin', '-amount', 'stage'], isUsable)).toEqual(['-amount', 'stage'])
  })
})

import { expect, it } from 'vitest'
import { placed, swapped } from './column-order.ts'

const ids = ['a', 'b', 'c']

it('swaps neighbours and stops at both ends', () => {
  expect(swapped(ids, 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(swapped(ids, 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(swapped(ids, 'a', -1)).toEqual(ids)
  expect(swapped(ids, 'c', 1)).toEqual(ids)
  expect(swapped(ids, 'z', 1)).toEqual(ids)
})

it('drops a column at the edge of another, also one that was not shown', () => {
  expect(placed(ids, 'c', 'a', 'top')).toEqual(['c', 'a', 'b'])
  expect(placed(ids, 'a', 'b', 'bottom')).toEqual(['b', 'a', 'c'])
  expect(placed(ids, 'z', 'a', 'bottom')).toEqual(['a', 'z', 'b', 'c'])
  expect(placed(ids, 'a', 'z', 'top')).toEqual(['b', 'c', 'a'])
})

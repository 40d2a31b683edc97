import { expect, it } from 'vitest'
import { moved } from './moved.ts'

const ids = ['a', 'b', 'c']

it.each([
  ['b', -1, ['b', 'a', 'c']],
  ['b', 1, ['a', 'c', 'b']],
  ['a', -1, ids],
  ['c', 1, ids],
  ['x', 1, ids],
] as const)('moves %s by %d', (id, by, after) => expect(moved(ids, id, by)).toEqual(after))

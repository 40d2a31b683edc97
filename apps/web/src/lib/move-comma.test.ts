import { expect, it } from 'vitest'
import { moveComma } from './move-comma.ts'

it.each([
  ['25', -2, '0.25'],
  ['0.25', 2, '25'],
  ['7.5', -2, '0.075'],
  ['0.075', 2, '7.5'],
  ['0.333333', 2, '33.3333'],
  ['100', -2, '1'],
  ['-5', -2, '-0.05'],
  ['1', 2, '100'],
  ['abc', 2, 'abc'],
])('%s by %i places is %s', (decimal, places, moved) => {
  expect(moveComma(decimal, places)).toBe(moved)
})

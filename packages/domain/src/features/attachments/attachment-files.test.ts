import { describe, expect, it } from 'vitest'
import { MEGABYTE } from '../settings/attachment-size.ts'
import { isTooLarge, MAX_SIDE, ruleOf, unfitness } from './attachment-files.ts'

describe('ruleOf', () => {
  it.each([
    ['offer.PDF', 'document'],
    ['a.b.jpeg', 'image'],
    ['图.svg', 'markup'],
    ['run.pHaR', undefined],
    ['run.exe', undefined],
    ['noending', undefined],
    ['evil.constructor', undefined],
    ['evil.__proto__', undefined],
    ['pdf.', undefined],
  ])('takes %s as %s', (name, kind) => expect(ruleOf(name)?.kind).toBe(kind))
})

it('knows a picture too large to be unpacked', () => {
  expect(isTooLarge({ width: 6_000, height: 8_000 })).toBe(false)
  expect(isTooLarge({ width: MAX_SIDE + 1, height: 1 })).toBe(true)
  expect(isTooLarge({ width: 10_000, height: 10_000 })).toBe(true)
})

it('knows what need not be sent, to the byte', () => {
  expect(unfitness('run.exe', 1, 2)).toBe('notTaken')
  expect(unfitness('a.txt', 2 * MEGABYTE, 2)).toBeNull()
  expect(unfitness('a.txt', 2 * MEGABYTE + 1, 2)).toBe('tooLarge')
})

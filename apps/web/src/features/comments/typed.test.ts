import { expect, it } from 'vitest'
import { nameBefore } from './typed.ts'

it.each([
  ['@', ''],
  ['@王', '王'],
  ['问问 @He', 'He'],
  ['（@何', '何'],
  ['@a @b', 'b'],
  ['mail me@example.com', null],
  ['@@a', null],
  ['@He ', null],
  ['@He\n', null],
  [`@${'x'.repeat(30)}`, 'x'.repeat(30)],
  [`@${'x'.repeat(31)}`, null],
  ['nobody', null],
  ['', null],
])('of %j before the caret the name is %j', (text, name) => expect(nameBefore(text, text.length)).toBe(name))

it('looks at what stands before the caret alone', () => {
  expect(nameBefore('@He and @you', 3)).toBe('He')
  expect(nameBefore('@He', 0)).toBe(null)
})

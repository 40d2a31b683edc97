import { describe, expect, it } from 'vitest'
import { detectNumberFormat, readNumber } from './read-number.ts'

describe('readNumber', () => {
  it.each([
    ['1054', '1054'],
    ['1,234.50', '1234.5'],
    ['¥1,234', '1234'],
    ['１２．５', '12.5'],
    ['12.5万', '125000'],
    ['1.2亿', '120000000'],
    ['(1,234.00)', '-1234'],
    ['-5', '-5'],
    ['1 234 567', '1234567'],
    ['1.2E+05', '120000'],
    ['USD 550.00', '550'],
    ['007', '7'],
    ['1,23', null],
    ['12.5.1', null],
    ['abc', null],
    ['', null],
    ['--5', null],
  ])('%j is %j', (text, value) => expect(readNumber(text)).toBe(value))

  it.each([
    ['1.234,50', '1234.5'],
    ['12,5', '12.5'],
  ])('%j is %j with a comma before the fraction', (text, value) => expect(readNumber(text, 'comma')).toBe(value))
})

it('tells the format from the values', () => {
  expect(detectNumberFormat(['1.234,50', '12,5'])).toBe('comma')
  expect(detectNumberFormat(['1,234', '12'])).toBe('point')
  expect(detectNumberFormat([])).toBe('point')
})

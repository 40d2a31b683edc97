import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, csvValue, guardText, unguardText } from './csv.ts'

describe('guardText', () => {
  it.each([
    ['=1+1', "'=1+1"],
    [' =1', "' =1"],
    ['\u200b@cmd', "'\u200b@cmd"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['\tx', "'\tx"],
    ['\nx', "'\nx"],
    ['|calc', "'|calc"],
    ['a=1', 'a=1'],
    ["'hello", "'hello"],
    ['', ''],
  ])('writes %j as %j', (text, written) => expect(guardText(text)).toBe(written))

  it('is undone exactly, and no two texts are written alike', () => {
    const hostile = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '|', '%', '＝', ' ', '\t', '\n', '\u200b', 'a'),
    })
    const texts = fc.oneof(hostile, fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(texts, (text) => unguardText(guardText(text)) === text),
      { numRuns: 20_000 },
    )
  })
})

describe('csvValue', () => {
  it.each([
    ['number', '-5.20', '-5.20'],
    ['number', '-5+cmd', "'-5+cmd"],
    ['phone', '+8613800004417', '+8613800004417'],
    ['date', '2026-03-05', '2026-03-05'],
    ['text', '-5', "'-5"],
  ] as const)('%s %j is written as %j', (column, value, written) => expect(csvValue(column, value)).toBe(written))
})

it('quotes what needs it', () => {
  expect(csvLine(['a', 'b,c', 'say "no"', 'two\nlines'])).toBe('a,"b,c","say ""no""","two\nlines"\r\n')
  expect(csvLine(["x'1", 'b;=1+1', 'c\t@d'])).toBe('x\'1,"b;=1+1","c\t@d"\r\n')
})

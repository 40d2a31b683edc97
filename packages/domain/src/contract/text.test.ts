import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileStrings } from '../test/hostile.ts'
import { edgesOf, inputs, sampleOf, withValue } from '../test/samples.ts'
import { emailAddress, identifier, text } from './text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const looksOf = (value: string) => [...value].length

/** Why a text may be refused; any other text must pass and come out in NFC. */
const isStorable = (value: string) => value.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value)

describe('text', () => {
  it('passes what can be stored, in NFC and otherwise unchanged, and refuses the rest [D2]', () => {
    const schema = text(100)
    const judge = (value: string) => {
      const result = schema.safeParse(value)
      const fits = isStorable(value) && looksOf(value.normalize('NFC')) <= 100
      return result.success ? fits && result.data === value.normalize('NFC') : !fits
    }
    for (const value of hostileStrings) expect([value, judge(value)]).toEqual([value, true])
    fc.assert(fc.property(anyText, judge), { numRuns: 10_000 })
  })

  it('counts code points, not halves of them [D1]', () => {
    expect(text(3).safeParse('😀😀😀').success).toBe(true)
    expect(text(3).safeParse('😀😀😀😀').success).toBe(false)
    expect(text(2).safeParse('e\u0301e\u0301').success).toBe(true)
  })

  it('refuses blanks where it must be filled, and never trims', () => {
    for (const blank of ['', ' ', '\t\n', '\u3000', '\u00a0']) expect(text(10, 1).safeParse(blank).success).toBe(false)
    expect(text(10, 1).parse(' a ')).toBe(' a ')
  })
})

describe('identifier', () => {
  it('refuses whatever makes two of them look alike [D2]', () => {
    const invisible = [0xad, 0x61c, 0x180e, 0x200b, 0x200d, 0x200e, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff]
    for (const point of invisible)
      expect(identifier().safeParse(`a${String.fromCodePoint(point)}b`).success).toBe(false)
    for (const value of [' a', 'a ', '\u3000a', 'a\n']) expect(identifier().safeParse(value).success).toBe(false)
    expect(identifier().parse('上海-01')).toBe('上海-01')
  })

  it('makes addresses of one sign, one name and one domain', () => {
    for (const wrong of [
      'a',
      '@b.cn',
      'a@',
      'a@b@c',
      'a b@c.d',
      'a@b..c',
      'a,b@c.d',
      '<a@b.c>',
      'a@b.c\u200b',
      'a@[::1]',
    ])
      expect(emailAddress().safeParse(wrong).success).toBe(false)
    for (const right of ['a@b', 'Ann.Lee+crm@例子.公司', `${'a'.repeat(64)}@b.cn`])
      expect(emailAddress().parse(right)).toBe(right)
  })
})

describe('every text of every body', () => {
  it('comes out equal after NFC or is refused, for each hostile string [D2]', () => {
    expect(hostileStrings.length).toBeGreaterThanOrEqual(515)
    const bodies = inputs().filter(({ side }) => side === 'body')
    const changed = bodies.flatMap(({ at, schema, json }) => {
      const sample = sampleOf(json, true)
      const paths = new Set(
        edgesOf(json)
          .filter(({ limit }) => limit.startsWith('length'))
          .map(({ path }) => path.join('.')),
      )
      return [...paths].flatMap((path) =>
        hostileStrings
          .filter((value) => {
            const result = schema.safeParse(withValue(sample, path.split('.'), value))
            return result.success && valueAt(result.data, path) !== value.normalize('NFC')
          })
          .map((value) => `${at} ${path}: ${JSON.stringify(value)} comes out changed`),
      )
    })
    expect(changed).toEqual([])
  })
})

const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], value)

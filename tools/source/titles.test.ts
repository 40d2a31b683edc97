import { describe, expect, it } from 'vitest'
import { parseModule } from './module.ts'
import { idsIn, titlesOf } from './titles.ts'

const titles = (source: string) => titlesOf(parseModule('a.test.ts', source))

describe('titlesOf', () => {
  it('finds titles of tests, groups, tables and browser tests', () => {
    expect(titles(`it('a', () => {})`)).toEqual(['a'])
    expect(titles('describe(`b`, () => {})')).toEqual(['b'])
    expect(titles(`it.each([1, 2])('c %i', () => {})`)).toContain('c %i')
    expect(titles(`test.describe('d', () => {})`)).toEqual(['d'])
    expect(titles('it.each`x`("e", () => {})')).toContain('e')
  })

  it('finds none elsewhere, in a comment or in a text', () => {
    expect(titles(`// it('[A1]')\nconst text = "it('[A2]')"\ncall('[A3]')`)).toEqual([])
  })
})

describe('idsIn', () => {
  it('reads one id, several, and nothing else in brackets', () => {
    expect(idsIn('403 changes nothing [B4]')).toEqual(['B4'])
    expect(idsIn('comes back [F3, G3] [A11]')).toEqual(['F3', 'G3', 'A11'])
    expect(idsIn('takes [a] and [ABC] and [B] but not B4')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { parseModule } from '../source/module.ts'
import { filesOpenedBy, keysOf, unusedKeys } from './keys.ts'

const module = (source: string) => parseModule('a.tsx', source)

describe('unusedKeys', () => {
  it('sees selections, alternatives and nested keys', () => {
    const source = 't(($) => $.nav.me); t(($) => (on ? $.a : $.b.c)); const key = ($) => $["d"]'
    expect(unusedKeys(['nav.me', 'a', 'b.c', 'd', 'nav.you', 'b'], [module(source)])).toEqual(['nav.you', 'b'])
  })

  it('counts everything below a computed key as used', () => {
    expect(unusedKeys(['status.open', 'other'], [module('t(($) => $.status[value])')])).toEqual(['other'])
  })
})

describe('filesOpenedBy', () => {
  it('tells which texts a module selects from', () => {
    expect(filesOpenedBy(module("useTranslation('imports'); useTranslation()"))).toEqual(new Set(['imports', 'common']))
    expect(filesOpenedBy(module("useTranslation(['sessions', 'common'])"))).toEqual(new Set(['sessions', 'common']))
    expect(filesOpenedBy(module('const key = ($) => $.nav.me'))).toBeNull()
  })
})

describe('keysOf', () => {
  it('joins levels and puts the singular to its plural', () => {
    expect(keysOf({ a: { b: 'x' }, found: 'x', found_one: 'y' })).toEqual(['a.b', 'found'])
  })
})

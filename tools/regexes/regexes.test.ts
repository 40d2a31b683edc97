import { describe, expect, it } from 'vitest'
import { listModules } from '../source/files.ts'
import { parseModule } from '../source/module.ts'
import { floorOf, isTest } from '../source/places.ts'
import { patternsIn, patternsOf, slowness } from './patterns.ts'

const shipped = listModules().filter((file) => ['domain', 'api', 'web'].includes(floorOf(file)) && !isTest(file))

const judge = (code: string) => Promise.all(patternsIn(parseModule('a.ts', code)).map(slowness))

describe('our regular expressions', () => {
  it('take time in proportion to their input [D9]', async () => {
    const patterns = patternsOf(shipped)
    expect(patterns.length).toBeGreaterThan(5)
    const slow: string[] = []
    for (const pattern of patterns) {
      const why = await slowness(pattern)
      if (why) slow.push(`${pattern.where} /${pattern.source}/: ${why}`)
    }
    expect(slow).toEqual([])
  }, 300_000)

  it.each([String.raw`/^(a+)+$/`, String.raw`/\s+$/`, String.raw`/^(\w+\s?)*$/u`, String.raw`/(x|x)*y/`])(
    'planted: %s is found to be slow [D9]',
    async (pattern) => {
      expect(await judge(`export const slow = ${pattern}`)).toEqual([expect.any(String)])
    },
    30_000,
  )

  it('a linear one passes [D9]', async () => {
    expect(await judge('export const date = /^\\d{4}-\\d\\d-\\d\\d$/')).toEqual([undefined])
  })
})

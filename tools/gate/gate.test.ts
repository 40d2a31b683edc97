import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hearCanaries } from './canaries.ts'
import type { Rule } from './rule.ts'

// A rule that refuses every file with the given word in it.
const against = (word: string): Rule => ({
  name: word,
  law: `no ${word}`,
  breaks: ({ source }) => (source.includes(word) ? [{ line: 1, what: word }] : []),
})

let folder = ''
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'rapport-gate-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function plant(canary: string, source: string): void {
  mkdirSync(path.join(folder, canary, 'apps'), { recursive: true })
  writeFileSync(path.join(folder, canary, 'apps/a.ts'), source)
}

describe('hearCanaries', () => {
  it('is content when each is rejected by its own rule', () => {
    plant('bad', 'bad()')
    plant('bad--again', 'const bad = 1')
    plant('worse', 'worse()')
    expect(hearCanaries(folder, [against('bad'), against('worse')])).toEqual({ count: 3, wrong: [] })
  })

  it('names a canary that no rule rejects', () => {
    plant('bad', 'good()')
    expect(hearCanaries(folder, [against('bad')]).wrong).toEqual(['the canary bad was not rejected'])
  })

  it('names a rule without a canary', () => {
    plant('bad', 'bad()')
    expect(hearCanaries(folder, [against('bad'), against('worse')]).wrong).toEqual(['the rule worse has no canary'])
  })

  it('names a canary that another rule rejects too, because it may sing for the wrong reason', () => {
    plant('bad', 'bad(worse)')
    plant('worse', 'worse()')
    const { wrong } = hearCanaries(folder, [against('bad'), against('worse')])
    expect(wrong).toEqual(['the canary bad was also rejected by worse: worse'])
  })
})

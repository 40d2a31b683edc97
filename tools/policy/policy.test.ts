import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../source/files.ts'
import { lockfileProblems, versionsOf } from './lockfile.ts'
import { forbiddenFields, loosePins } from './pins.ts'

const lockfile = (entry: string) => `lockfileVersion: '9.0'\n\npackages:\n\n${entry}\nsnapshots:\n\n  a@1.0.0: {}\n`
const proven = `  a@1.0.0:\n    resolution: {integrity: sha512-abc==}\n`

describe('the lockfile', () => {
  it('of this repository names no host and proves every package [G5]', () => {
    expect(lockfileProblems(readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8'))).toEqual([])
  })

  it('is refused when it names a host [G5]', () => {
    const foreign = lockfile(
      `  a@1.0.0:\n    resolution: {integrity: sha512-abc==, tarball: https://evil.example/a.tgz}\n`,
    )
    expect(lockfileProblems(foreign)).toEqual([expect.stringContaining('names a host')])
  })

  it('is refused when a package has no checksum [G5]', () => {
    expect(lockfileProblems(lockfile(proven))).toEqual([])
    const unproven = lockfile(`${proven}\n  b@1.0.0:\n    resolution: {commit: abc}\n`)
    expect(lockfileProblems(unproven)).toEqual(['no sha512 checksum: b@1.0.0'])
  })

  it('is refused when no package can be read from it [G5]', () => {
    expect(lockfileProblems('{}')).toEqual([expect.stringContaining('no packages found')])
  })

  it('tells the versions of a family', () => {
    const text = lockfile(
      `  '@mantine/core@9.7.3':\n    resolution: {}\n\n  '@mantine/form@9.7.4':\n    resolution: {}\n`,
    )
    expect([...versionsOf(text, '@mantine/').keys()]).toEqual(['9.7.3', '9.7.4'])
  })
})

describe('the pins', () => {
  it.each(['^1.0.0', '~1.0.0', '1', '>=1.0.0', 'latest', 'github:a/b', '*'])('%s is not exact [G5]', (version) => {
    expect(loosePins({ dependencies: { a: version } })).toEqual([`a ${version}`])
  })

  it('are exact, or our own packages [G5]', () => {
    const dependencies = { a: '1.0.0', b: '7.10.0-4.0edf3', c: '18.4.0-beta.17', '@rapport/domain': 'workspace:*' }
    expect(loosePins({ dependencies })).toEqual([])
    expect(loosePins({ devDependencies: { '@rapport/domain': '1.0.0' } })).toEqual(['@rapport/domain 1.0.0'])
  })

  it('come without the fields that stop pnpm or npm [G5]', () => {
    expect(forbiddenFields({ packageManager: 'pnpm@12.21.0', engines: {} })).toEqual(['packageManager'])
  })
})

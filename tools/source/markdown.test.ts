import { describe, expect, it } from 'vitest'
import { anchorsOf, linksOf, pathsOf, scriptsOf } from './markdown.ts'

describe('what a document claims', () => {
  it('links and pictures, but no code', () => {
    const text =
      'See [a](docs/a.md) and ![b](b.png "title").\n\n<img src="c.png">\n\n`[d](d.md)`\n\n```\n[e](e.md)\n```\n'
    expect(linksOf(text)).toEqual(['docs/a.md', 'b.png', 'c.png'])
  })

  it('anchors as they are linked', () => {
    expect([...anchorsOf('# Back up & restore\n\n## `npm test`, in short\n')]).toEqual([
      'back-up--restore',
      'npm-test-in-short',
    ])
  })

  it('paths written as code, without placeholders', () => {
    expect(pathsOf('`apps/api/src/app.ts`, `apps/web/src/features/<nouns>/`, `lead.ts`')).toEqual([
      'apps/api/src/app.ts',
    ])
  })

  it('scripts', () => {
    expect(scriptsOf('`npm start`, `npm run new:entity invoices`, npm install')).toEqual(['start', 'new:entity'])
  })
})

import { describe, expect, it } from 'vitest'
import { BARS, weigh } from './weigh.ts'
import type { Manifest } from './weigh.ts'

const html = `<html><head><script type="module" crossorigin src="/assets/main.js"></script>
<link rel="modulepreload" href="/assets/react.js"><link rel="stylesheet" href="/assets/main.css"></head></html>`
const manifest: Manifest = {
  'index.html': { file: 'assets/main.js', isEntry: true, imports: ['_react.js'] },
  '_react.js': { file: 'assets/react.js' },
  '_forms.js': { file: 'assets/forms.js', name: 'forms', imports: ['_react.js'] },
  '_chart.js': { file: 'assets/chart.js' },
  'list.tsx': { file: 'assets/list.js', src: 'list.tsx', isDynamicEntry: true, imports: ['_react.js', 'index.html'] },
  'form.tsx': { file: 'assets/form.js', src: 'form.tsx', isDynamicEntry: true, imports: ['_forms.js'] },
  'figures.tsx': { file: 'assets/figures.js', src: 'figures.tsx', isDynamicEntry: true, imports: ['_chart.js'] },
}
const sizes: Record<string, number> = { main: 10, react: 20, forms: 40, chart: 80, list: 1, form: 2, figures: 3 }
const weights = weigh({
  html,
  manifest,
  sizeOf: (file) => sizes[/([a-z]+)\.js$/.exec(file)?.[1] ?? ''] ?? 5,
  textOf: (file) => (file.includes('chart') ? 'class="recharts-line"' : ''),
})
const bytesOf = (name: string) => weights.find((weight) => weight.name === name)

describe('weigh', () => {
  it('adds up what the first page loads', () => {
    expect(bytesOf('scripts of the first page')?.bytes).toBe(30)
    expect(bytesOf('styles of the first page')?.bytes).toBe(5)
  })

  it('counts for a page only what it adds', () => {
    expect(bytesOf('list.tsx')).toEqual({ kind: 'page', name: 'list.tsx', bytes: 1 })
  })

  it('counts the shared forms apart', () => {
    expect(bytesOf('form.tsx')?.bytes).toBe(2)
    expect(bytesOf('assets/forms.js')).toEqual({ kind: 'forms', name: 'assets/forms.js', bytes: 40 })
  })

  it('knows a heavy page by what it brings', () => {
    expect(bytesOf('figures.tsx')).toEqual({ kind: 'heavy page', name: 'figures.tsx', bytes: 83 })
  })

  it('has a limit above each goal', () => {
    for (const { goal, limit } of Object.values(BARS)) expect(limit).toBeGreaterThan(goal)
  })
})

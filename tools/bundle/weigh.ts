/*
 * What a visitor has to load before something happens, in gzipped bytes: the scripts and styles of the first page, and for
 * each page loaded on demand what it adds to them.
 */

export type Chunk = {
  file: string
  name?: string
  src?: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
  css?: string[]
}
export type Manifest = Record<string, Chunk>
export type Kind = 'first script' | 'first style' | 'heavy page' | 'page' | 'forms'
export type Weight = { kind: Kind; name: string; bytes: number }

type Dist = { html: string; manifest: Manifest; sizeOf: (file: string) => number; textOf: (file: string) => string }

// Words that survive minification, of the libraries a heavy page may bring.
const HEAVY = /recharts-|fullcalendar|ProseMirror/
const FORMS = 'forms'

/** Weighs the first page and every page that is loaded on demand. */
export function weigh({ html, manifest, sizeOf, textOf }: Dist): Weight[] {
  const first = firstFiles(html)
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(file), 0)
  const forms = Object.values(manifest)
    .filter(({ name }) => name === FORMS)
    .map(({ file }) => file)
  const pages = Object.entries(manifest).filter(([, chunk]) => chunk.isDynamicEntry)
  const weighed = pages.map(([key, { src, name, file }]): Weight => {
    const added = [...closure(manifest, key)].filter((one) => !first.scripts.has(one) && !forms.includes(one))
    const kind = added.some((one) => HEAVY.test(textOf(one))) ? 'heavy page' : 'page'
    return { kind, name: src ?? name ?? file, bytes: sum(added) }
  })
  return [
    { kind: 'first script', name: 'scripts of the first page', bytes: sum(first.scripts) },
    { kind: 'first style', name: 'styles of the first page', bytes: sum(first.styles) },
    ...forms.map((file): Weight => ({ kind: 'forms', name: file, bytes: sizeOf(file) })),
    ...weighed,
  ]
}

function firstFiles(html: string): { scripts: Set<string>; styles: Set<string> } {
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag)
  const pick = (wanted: RegExp, attribute: RegExp) =>
    new Set(tags.filter((tag) => wanted.test(tag)).flatMap((tag) => attribute.exec(tag)?.[1]?.replace(/^\//, '') ?? []))
  const modules = pick(/<script|rel="modulepreload"/, /(?:src|href)="([^"]+)"/)
  return { scripts: modules, styles: pick(/rel="stylesheet"/, /href="([^"]+)"/) }
}

function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const next of chunk.imports ?? []) closure(manifest, next, seen)
  return seen
}

/** The goal and the limit of each kind, in bytes; past the limit the check fails. */
export const BARS: Record<Kind, { goal: number; limit: number }> = {
  'first script': { goal: 200_000, limit: 230_000 },
  'first style': { goal: 40_000, limit: 45_000 },
  'heavy page': { goal: 140_000, limit: 168_000 },
  page: { goal: 70_000, limit: 84_000 },
  forms: { goal: 70_000, limit: 84_000 },
}

const withoutFences = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '')

/** The targets of links and pictures, code left out. */
export function linksOf(text: string): string[] {
  const prose = withoutFences(text).replace(/`[^`\n]*`/g, '')
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)]
  const sources = [...prose.matchAll(/\b(?:src|href)="([^"]+)"/g)]
  return [...inline, ...sources].flatMap(([, target]) => target ?? [])
}

/** The anchors that headings make, as the usual renderers spell them. */
export function anchorsOf(text: string): Set<string> {
  const headings = [...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)].flatMap(([, heading]) => heading ?? [])
  return new Set(headings.map(anchor))
}

const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const FOLDERS = /^(apps|packages|prisma|tools|e2e|docs|bench|\.ci)\/[\w./-]+$/

/** Paths of this repository written as code, without those that hold a placeholder. */
export function pathsOf(text: string): string[] {
  const spans = [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code ?? [])
  return spans.filter((code) => FOLDERS.test(code))
}

/** The npm scripts that a document tells its reader to run. */
export function scriptsOf(text: string): string[] {
  const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
  return named.flatMap(([, script, short]) => script ?? short ?? [])
}

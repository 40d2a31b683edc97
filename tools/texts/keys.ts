import type { CallExpression, MemberExpression, Node } from 'oxc-parser'
import { visit } from '../source/module.ts'
import type { Module } from '../source/module.ts'
import { memberName } from '../source/syntax.ts'

export type Texts = { [key: string]: string | Texts }

/** The keys of a file of texts, dotted; the singular `found_one` belongs to its plain key. */
export const keysOf = (texts: Texts, above = ''): string[] => [
  ...new Set(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string' ? [above + key.replace(/_(one|other)$/, '')] : keysOf(text, `${above}${key}.`),
    ),
  ),
]

/**
 * The keys a module selects: `t(($) => $.nav.me)` uses 'nav.me'; of `$.status[value]` only a computer knows which, so all below
 * 'status.' count as used.
 */
export function keysUsedBy(module: Module): { keys: string[]; prefixes: string[] } {
  const longest = new Map<number, MemberExpression>()
  visit(module, {
    MemberExpression: (node) => {
      if (rootOf(node) !== '$') return
      const known = longest.get(node.start)
      if (!known || node.end > known.end) longest.set(node.start, node)
    },
  })
  const paths = [...longest.values()].map(pathOf)
  return {
    keys: paths.filter((path) => !path.includes(undefined)).map((path) => path.join('.')),
    prefixes: paths
      .filter((path) => path.includes(undefined))
      .map((path) => `${path.slice(0, path.indexOf(undefined)).join('.')}.`),
  }
}

function rootOf(node: Node): string | undefined {
  if (node.type === 'MemberExpression') return rootOf(node.object)
  return node.type === 'Identifier' ? node.name : undefined
}

function pathOf(node: Node): (string | undefined)[] {
  return node.type === 'MemberExpression' ? [...pathOf(node.object), memberName(node)] : []
}

const COMMON = 'common'

/** The files of texts a module opens with `useTranslation`; null where it is handed its `t`, which may be of any. */
export function filesOpenedBy(module: Module): Set<string> | null {
  const opened = new Set<string>()
  visit(module, {
    CallExpression: ({ callee, arguments: [given] }: CallExpression) => {
      if (callee.type !== 'Identifier' || callee.name !== 'useTranslation') return
      const names = given?.type === 'ArrayExpression' ? given.elements : [given]
      for (const name of names)
        opened.add(name?.type === 'Literal' && typeof name.value === 'string' ? name.value : COMMON)
    },
  })
  return opened.size > 0 ? opened : null
}

/** The keys that no module selects. */
export function unusedKeys(keys: string[], modules: Module[]): string[] {
  const used = modules.map(keysUsedBy)
  const selected = new Set(used.flatMap((one) => one.keys))
  const prefixes = used.flatMap((one) => one.prefixes)
  return keys.filter(
    (key) => !selected.has(key) && !prefixes.some((prefix) => prefix === '.' || key.startsWith(prefix)),
  )
}

import type { CallExpression, Node } from 'oxc-parser'
import { visit } from './module.ts'
import type { Module } from './module.ts'

const TITLED = new Set(['it', 'test', 'describe', 'scenario'])

/** The titles of the tests and groups of a file, as far as they are written out. */
export function titlesOf(module: Module): string[] {
  const found: string[] = []
  visit(module, {
    CallExpression: ({ callee, arguments: [title] }: CallExpression) => {
      if (title && TITLED.has(nameOf(callee))) found.push(textOf(title))
    },
  })
  return found
}

/** The ids in brackets: '… [A2]', '… [F3, G3]'. */
export function idsIn(title: string): string[] {
  const brackets = [...title.matchAll(/\[([A-Z]\d{1,2}(?:, ?[A-Z]\d{1,2})*)\]/g)]
  return brackets.flatMap(([, ids]) => ids?.split(/, ?/) ?? [])
}

// `it(…)`, `it.each(…)(…)`, `test.describe(…)`: the name everything hangs on.
function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return nameOf(node.object)
  if (node.type === 'CallExpression') return nameOf(node.callee)
  return node.type === 'TaggedTemplateExpression' ? nameOf(node.tag) : ''
}

function textOf(node: Node): string {
  if (node.type === 'Literal') return String(node.value)
  return node.type === 'TemplateLiteral' ? node.quasis.map((part) => part.value.raw).join('…') : ''
}

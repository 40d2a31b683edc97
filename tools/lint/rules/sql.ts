import type { CallExpression, Node, ObjectProperty } from 'oxc-parser'
import type { Break, Rule } from '../../gate/rule.ts'
import { visit } from '../../source/module.ts'
import { floorOf, isTest } from '../../source/places.ts'
import { dotted, isGlued, keyOf, methodOf } from '../../source/syntax.ts'

/** Values reach SQL as parameters, names through the allow-list of a record set. */
export const unsafeSql: Rule = {
  name: 'unsafe-sql',
  law: 'No $queryRawUnsafe or $executeRawUnsafe; Prisma.raw only in apps/api/src/records/, for names of the allow-list.',
  breaks: (module) => {
    const breaks: Break[] = []
    visit(module, {
      MemberExpression: (node) => {
        const name = dotted(node)
        const unsafe = /\.\$(queryRaw|executeRaw)Unsafe$/.test(name)
        const raw = name === 'Prisma.raw' && !module.path.startsWith('apps/api/src/records/')
        if (unsafe || raw) breaks.push({ line: module.lineAt(node.start), what: name })
      },
    })
    return breaks
  },
}

const QUERIES = new Set(['query', '$queryRaw', '$executeRaw'])

/** SQL put together from texts is how injections are made; db/ alone names databases and roles, which take no parameters. */
export const gluedSql: Rule = {
  name: 'glued-sql',
  law: 'A query is a literal with parameters or composed of Prisma.sql, never a template or a sum of texts.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'api' || isTest(module.path) || module.path.startsWith('apps/api/src/db/')) return []
    const breaks: Break[] = []
    visit(module, {
      CallExpression: (node: CallExpression) => {
        const [first] = node.arguments
        if (!first || !QUERIES.has(methodOf(node) ?? '') || !isGlued(first)) return
        breaks.push({ line: module.lineAt(node.start), what: `${methodOf(node)}() of a text made at run time` })
      },
    })
    return breaks
  },
}

/** A setting that outlives its transaction goes to the next user of the pooled connection. */
export const lastingSettings: Rule = {
  name: 'lasting-settings',
  law: 'set_config(…, true) inside a transaction, never false.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'api') return []
    const lines = module.source.split('\n')
    return lines.flatMap((text, index) => {
      return /set_config\([^)]*,\s*false\s*\)/i.test(text) ? [{ line: index + 1, what: 'set_config(…, false)' }] : []
    })
  },
}

const REQUEST = /^(.*\.)?(body|query|params|request|req|input|payload|patch|draft)$/

/** `undefined` in a `where` means all rows, and a key the caller invented must not become a column. */
export const spreadRequests: Rule = {
  name: 'spread-requests',
  law: 'No request object is spread into, or given as, where or data: decide first, then write what was decided.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'api' || isTest(module.path)) return []
    const breaks: Break[] = []
    visit(module, {
      Property: (node) => {
        const property = node as ObjectProperty
        const spreads = spreadNames(property)
        const bad =
          keyOf(property) === 'where'
            ? spreads
            : keyOf(property) === 'data'
              ? spreads.filter((name) => REQUEST.test(name))
              : []
        breaks.push(
          ...bad.map((name) => ({
            line: module.lineAt(property.start),
            what: `${keyOf(property)} takes ${name} as it came`,
          })),
        )
      },
    })
    return breaks
  },
}

function spreadNames({ value }: ObjectProperty): string[] {
  if (value.type === 'Identifier' || value.type === 'MemberExpression')
    return REQUEST.test(dotted(value)) ? [dotted(value)] : []
  if (value.type !== 'ObjectExpression') return []
  return value.properties.flatMap((inner) => (inner.type === 'SpreadElement' ? sources(inner.argument) : []))
}

// What a spread may bring: of `...(given && { id })` the object that is written out, which is no danger, and of `...query` it.
function sources(node: Node): string[] {
  if (node.type === 'ParenthesizedExpression') return sources(node.expression)
  if (node.type === 'ObjectExpression') return []
  if (node.type === 'ConditionalExpression') return [...sources(node.consequent), ...sources(node.alternate)]
  return node.type === 'LogicalExpression' ? sources(node.right) : [dotted(node)]
}

import type { CallExpression, IdentifierReference, MemberExpression, NewExpression } from 'oxc-parser'
import { visit } from '../../source/module.ts'
import { floorOf, isTest } from '../../source/places.ts'
import { packageName } from '../../source/tree.ts'
import type { Break, Rule } from '../../gate/rule.ts'

const PACKAGES = new Set(['zod', 'decimal.js'])
const TEST_PACKAGES = new Set([...PACKAGES, 'vitest', 'fast-check'])
const IMPURE_GLOBALS = new Set([
  'process',
  'console',
  'fetch',
  'crypto',
  'performance',
  'window',
  'document',
  'localStorage',
])
const IMPURE_CALLS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require', 'Date'])
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random', 'Temporal.Now'])

/** packages/domain decides and never acts: no I/O, no clock, no randomness; time and ids are arguments. */
export const purity: Rule = {
  name: 'purity',
  law: 'packages/domain imports zod and decimal.js only, and touches no clock, no chance and no outside world.',
  breaks: (module) => {
    if (!module.path.startsWith('packages/domain/src/')) return []
    const allowed = isTest(module.path) ? TEST_PACKAGES : PACKAGES
    const found: Break[] = module.imports.flatMap(({ specifier, line }) => {
      const name = packageName(module.path, specifier)
      return name === undefined || allowed.has(name) ? [] : [{ line, what: `imports ${specifier}` }]
    })
    if (isTest(module.path) || floorOf(module.path) !== 'domain') return found
    const report = (node: { start: number }, what: string) => found.push({ line: module.lineAt(node.start), what })
    visit(module, {
      MemberExpression: (node: MemberExpression) => {
        const name =
          node.object.type === 'Identifier' && !node.computed ? `${node.object.name}.${propertyName(node)}` : ''
        if (IMPURE_MEMBERS.has(name)) report(node, name)
        if (node.object.type === 'Identifier' && IMPURE_GLOBALS.has(node.object.name)) report(node, node.object.name)
      },
      CallExpression: (node: CallExpression) => {
        const called = (node.callee as IdentifierReference).name
        if (IMPURE_CALLS.has(called) || called === 'fetch') report(node, `${called}()`)
      },
      NewExpression: (node: NewExpression) => {
        const made = (node.callee as IdentifierReference).name
        if (made === 'Date' && node.arguments.length === 0) report(node, 'new Date() reads the clock')
      },
    })
    return found
  },
}

const propertyName = (node: MemberExpression): string => (node.property.type === 'Identifier' ? node.property.name : '')

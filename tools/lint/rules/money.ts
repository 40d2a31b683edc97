import type { CallExpression, Expression, Node } from 'oxc-parser'
import type { Break, Rule } from '../../gate/rule.ts'
import { visit } from '../../source/module.ts'
import type { Module } from '../../source/module.ts'
import { isTest } from '../../source/places.ts'
import type { Tree } from '../../source/tree.ts'
import { dotted, keyOf, propertiesOf } from '../../source/syntax.ts'

const names = new WeakMap<Tree, Set<string>>()

/** An amount is a decimal text; as a `number` it loses cents without a word. Which fields are amounts, the fields say. */
export const money: Rule = {
  name: 'money',
  law: 'Amounts are added, multiplied and compared with money.ts (decimal.js), never as numbers.',
  breaks: (module, tree) => {
    if (isTest(module.path)) return [] // a test may count on its fingers
    const amounts = names.get(tree) ?? amountNames(tree)
    names.set(tree, amounts)
    const isAmount = (node: Node) =>
      amounts.has(dotted(node).split('.').at(-1) ?? '') && node.type === 'MemberExpression'
    const breaks: Break[] = []
    const report = (node: Expression) =>
      breaks.push({ line: module.lineAt(node.start), what: `arithmetic on ${dotted(node)}` })
    visit(module, {
      BinaryExpression: ({ left, right, operator }) => {
        if (!['+', '-', '*', '/', '%', '<', '>', '<=', '>='].includes(operator)) return
        for (const side of [left, right]) if (isAmount(side)) report(side)
      },
      UnaryExpression: ({ argument, operator }) =>
        void (['+', '-'].includes(operator) && isAmount(argument) && report(argument)),
      CallExpression: (node) => {
        const [first] = node.arguments
        if (makesNumber(node) && first && first.type !== 'SpreadElement' && isAmount(first)) report(first)
      },
    })
    return breaks
  },
}

const makesNumber = ({ callee }: CallExpression) =>
  ['Number', 'parseFloat', 'Number.parseFloat', 'parseInt'].includes(dotted(callee))

// `amount: field.money({ … })` in a *.fields.ts makes `amount` an amount everywhere.
function amountNames(tree: Tree): Set<string> {
  const files = [...tree.modules.values()].filter(({ path }) => path.endsWith('.fields.ts'))
  return new Set(files.flatMap(moneyFields))
}

function moneyFields(module: Module): string[] {
  const found: string[] = []
  visit(module, {
    ObjectExpression: (node) => {
      const amounts = propertiesOf(node).filter(
        ({ value }) => value.type === 'CallExpression' && dotted(value.callee) === 'field.money',
      )
      found.push(...amounts.map(keyOf))
    },
  })
  return found
}

import type { Break, Rule } from '../../gate/rule.ts'
import { visit } from '../../source/module.ts'
import { isTest } from '../../source/places.ts'
import { dotted, methodOf } from '../../source/syntax.ts'

/** A pause is too short on a busy machine and too long on a quiet one. */
export const waits: Rule = {
  name: 'waits',
  law: 'Tests wait for something, never for a time.',
  breaks: (module) => {
    if (!isTest(module.path) && !module.path.startsWith('e2e/')) return []
    const breaks: Break[] = []
    visit(module, {
      CallExpression: (node) => {
        const name = methodOf(node) ?? dotted(node.callee)
        if (['setTimeout', 'waitForTimeout', 'sleep'].includes(name))
          breaks.push({ line: module.lineAt(node.start), what: `${name}()` })
      },
    })
    return breaks
  },
}

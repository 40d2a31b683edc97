import { root } from '../source/files.ts'
import { readTree } from '../source/tree.ts'
import { hearCanaries } from './canaries.ts'
import { judge } from './rule.ts'
import type { Rule } from './rule.ts'

type Gate = { name: string; rules: Rule[]; canaries: string; files: string[]; minimum: number }

/**
 * Judges the tree by the rules and sets the exit code. The gate first proves itself: every planted violation in `canaries`
 * must be rejected by its rule in this very run, and fewer than `minimum` files mean that the gate looks at the wrong
 * folder, which is how such gates come to be green.
 */
export function runGate({ name, rules, canaries, files, minimum }: Gate): void {
  const heard = hearCanaries(canaries, rules)
  const tree = readTree(root, files)
  const findings = judge(tree, rules)
  const problems = [
    ...heard.wrong,
    ...findings.map(({ path, line, rule, what }) => `${path}:${line}  ${rule}: ${what}`),
  ]
  if (tree.modules.size < minimum) problems.push(`saw ${tree.modules.size} files, expected ${minimum} or more`)

  for (const problem of problems) console.error(problem)
  const broken = rules.filter((rule) => findings.some((finding) => finding.rule === rule.name))
  for (const rule of broken) console.error(`${rule.name}: ${rule.law}`)
  const judged = `${tree.modules.size} files, ${rules.length} rules, ${heard.count} canaries`
  console.log(`${name}: ${judged}, ${problems.length} problems`)
  process.exitCode = problems.length ? 1 : 0
}

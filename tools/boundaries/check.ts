/*
 * The boundary gate: reads every module of the tree and judges it by the laws in rules.ts. It first proves itself: every
 * planted violation in canaries/ must be rejected by its rule in this very run, and a tree with too few modules means that
 * the gate is looking at the wrong folder, which is how such gates come to be green.
 */
import path from 'node:path'
import { listModules, root } from '../source/files.ts'
import { readTree } from '../source/tree.ts'
import { hearCanaries } from './canaries.ts'
import { judge } from './rule.ts'
import { rules } from './rules.ts'

const MINIMUM_MODULES = 15

const canaries = hearCanaries(path.join(import.meta.dirname, 'canaries'), rules)
const tree = readTree(root, listModules())
const findings = judge(tree, rules).map(({ path: file, line, rule, what }) => `${file}:${line}  ${rule}: ${what}`)
const problems = [...canaries.wrong, ...findings]
if (tree.modules.size < MINIMUM_MODULES)
  problems.push(`saw ${tree.modules.size} modules, expected ${MINIMUM_MODULES} or more`)

for (const problem of problems) console.error(problem)
const broken = new Set(findings.map((finding) => finding.split('  ')[1]?.split(':')[0]))
for (const { name, law } of rules) if (broken.has(name)) console.error(`${name}: ${law}`)
console.log(
  `boundaries: ${tree.modules.size} modules, ${rules.length} rules, ${canaries.count} canaries, ${problems.length} problems`,
)
process.exitCode = problems.length ? 1 : 0

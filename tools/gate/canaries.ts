import { readdirSync } from 'node:fs'
import path from 'node:path'
import { listFiles } from '../source/files.ts'
import { readTree } from '../source/tree.ts'
import { judge } from './rule.ts'
import type { Rule } from './rule.ts'

/**
 * Judges every planted violation. Each folder `<rule>` or `<rule>--<variant>` is a small tree of its own that only that rule
 * may reject. Answers the number of canaries and a sentence for each that sang wrongly; a rule without a canary is one too.
 */
export function hearCanaries(folder: string, rules: Rule[]): { count: number; wrong: string[] } {
  const canaries = readdirSync(folder).sort()
  const wrong = canaries.flatMap((canary) => hear(path.join(folder, canary), canary, rules))
  const silent = rules.filter(({ name }) => !canaries.some((canary) => ruleOf(canary) === name))
  wrong.push(...silent.map(({ name }) => `the rule ${name} has no canary`))
  return { count: canaries.length, wrong }
}

const ruleOf = (canary: string): string => canary.split('--')[0] ?? canary

function hear(folder: string, canary: string, rules: Rule[]): string[] {
  const findings = judge(readTree(folder, listFiles(['**/*.{ts,tsx,css}'], folder)), rules)
  if (!findings.some(({ rule }) => rule === ruleOf(canary))) return [`the canary ${canary} was not rejected`]
  const others = findings.filter(({ rule }) => rule !== ruleOf(canary))
  return others.map(({ rule, what }) => `the canary ${canary} was also rejected by ${rule}: ${what}`)
}

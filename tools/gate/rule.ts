import type { Module } from '../source/module.ts'
import type { Tree } from '../source/tree.ts'

export type Break = { line: number; what: string }

/** One law of the architecture: a name, the sentence a reader gets, and what breaks it in one module. */
export type Rule = { name: string; law: string; breaks: (module: Module, tree: Tree) => Break[] }

export type Finding = Break & { rule: string; path: string }

/** Every break of every rule, in the order of the files. */
export function judge(tree: Tree, rules: Rule[]): Finding[] {
  return [...tree.modules.values()].flatMap((module) =>
    rules.flatMap((rule) =>
      rule.breaks(module, tree).map((found) => ({ ...found, rule: rule.name, path: module.path })),
    ),
  )
}

import type { Break, Rule } from '../../gate/rule.ts'
import { visit } from '../../source/module.ts'
import type { Module } from '../../source/module.ts'
import { floorOf, isTest } from '../../source/places.ts'

const CODE = new Set([
  'node:vm',
  'node:child_process',
  'node:repl',
  'node:inspector',
  'node:cluster',
  'vm',
  'child_process',
])
const SPAWNS = /^apps\/api\/src\/(db\/embedded\/|jobs\/apart\.ts$)/

/** No user code on the server, and no way to start any: only the embedded database's own programs and a second one of ours are started. */
export const programs: Rule = {
  name: 'programs',
  law: 'The api starts no program and evaluates no code; db/embedded/ alone starts PostgreSQL, jobs/apart.ts ourselves once more.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'api' || isTest(module.path) || SPAWNS.test(module.path)) return []
    const sinks = module.imports.filter(({ specifier }) => CODE.has(specifier))
    return sinks.map(({ line, specifier }) => ({ line, what: `imports ${specifier}` }))
  },
}

/** A pattern that comes from outside can be one that never ends. */
export const foreignPatterns: Rule = {
  name: 'foreign-patterns',
  law: 'A regular expression is a literal; none is built from a value in the domain or the api.',
  breaks: (module) => {
    if (!['api', 'domain'].includes(floorOf(module.path)) || isTest(module.path)) return []
    const breaks: Break[] = []
    const judge = patternJudge(module, breaks)
    visit(module, { NewExpression: judge, CallExpression: judge })
    return breaks
  },
}

type Callable = { callee: { type: string }; arguments: { type: string }[]; start: number }

const patternJudge =
  (module: Module, breaks: Break[]) =>
  ({ callee, arguments: [pattern], start }: Callable) => {
    const isRegExp = callee.type === 'Identifier' && 'name' in callee && callee.name === 'RegExp'
    if (isRegExp && pattern?.type !== 'Literal')
      breaks.push({ line: module.lineAt(start), what: 'new RegExp() of a value' })
  }

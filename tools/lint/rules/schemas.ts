import type { CallExpression, MemberExpression, ObjectProperty } from 'oxc-parser'
import type { Break, Rule } from '../../gate/rule.ts'
import { visit } from '../../source/module.ts'
import type { Module } from '../../source/module.ts'
import { floorOf, isTest } from '../../source/places.ts'
import { dotted, keyOf, methodOf } from '../../source/syntax.ts'

/*
 * Strict in, exact out. Each of these words is ordinary zod, and each changes data without a sound in the place where it is
 * forbidden.
 */

const isContract = (module: Module) => floorOf(module.path) === 'domain' && !isTest(module.path)

/** `z.coerce.number` makes 0 of "", null and []; `z.coerce.boolean("false")` is true. */
export const coercion: Rule = {
  name: 'coercion',
  law: 'Nothing is coerced: query texts go through the codecs of contract/query.ts.',
  breaks: (module) =>
    isTest(module.path) ? [] : found(module, (node) => (dotted(node) === 'z.coerce' ? 'z.coerce' : undefined)),
}

// Shares and means that a report computes: read by people, never stored, never sent back.
const STATISTICS = /^packages\/domain\/src\/features\/reports\//

/** A bare `z.number()` takes 9007199254740993 and stores another number. */
export const bareNumbers: Rule = {
  name: 'bare-numbers',
  law: 'Integers are z.int(); decimals, money and big numbers travel as strings.',
  breaks: (module) => {
    if (!isContract(module) || STATISTICS.test(module.path)) return []
    return found(module, (node) => (dotted(node) === 'z.number' ? 'z.number()' : undefined))
  },
}

const COMES_IN = /(^|[a-z])(draft|patch|body|query|params|input|change)$/i

/** `z.object` drops unknown keys in silence: right for what is sent, wrong for what comes in. */
export const looseObjects: Rule = {
  name: 'loose-objects',
  law: 'What comes in (…draft, …patch, body, query, params) is z.strictObject; z.object is for replies.',
  breaks: (module) => {
    if (!isContract(module)) return []
    const inputs: [start: number, end: number][] = []
    const loose: number[] = []
    visit(module, {
      // `route({ body: … })` and `const leadDraft = …`: the name tells which way the schema faces.
      Property: (node) => void (COMES_IN.test(keyOf(node as ObjectProperty)) && inputs.push([node.start, node.end])),
      VariableDeclarator: ({ id, start, end }) => void (COMES_IN.test(dotted(id)) && inputs.push([start, end])),
      MemberExpression: (node) => void (dotted(node) === 'z.object' && loose.push(node.start)),
    })
    const wrong = loose.filter((at) => inputs.some(([start, end]) => at >= start && at < end))
    return wrong.map((at) => ({ line: module.lineAt(at), what: 'z.object() in what comes in' }))
  },
}

/** `.partial()` applies `.default()`, so that an empty PATCH resets the fields. */
export const defaults: Rule = {
  name: 'defaults',
  law: 'Defaults live in the database or in the command, never in a schema.',
  breaks: (module) => (isContract(module) ? calls(module, ['default', 'prefault', 'catch']) : []),
}

/** Replies are encoded, and a transform cannot be encoded: it throws at the first reply. */
export const transforms: Rule = {
  name: 'transforms',
  law: 'A schema converts with z.codec, which works both ways; .transform() and z.preprocess() do not.',
  breaks: (module) => (isContract(module) ? calls(module, ['transform', 'preprocess']) : []),
}

function found(module: Module, judge: (node: MemberExpression) => string | undefined): Break[] {
  const breaks: Break[] = []
  visit(module, {
    MemberExpression: (node) => {
      const what = judge(node)
      if (what) breaks.push({ line: module.lineAt(node.start), what })
    },
  })
  return breaks
}

// Only schemas have these methods; a promise has `.catch` too, but the domain knows no promises.
function calls(module: Module, methods: string[]): Break[] {
  const breaks: Break[] = []
  visit(module, {
    CallExpression: (node: CallExpression) => {
      const method = methodOf(node)
      if (method && methods.includes(method)) breaks.push({ line: module.lineAt(node.start), what: `.${method}()` })
    },
  })
  return breaks
}

import { loads } from '../../source/tree.ts'
import type { Tree } from '../../source/tree.ts'
import type { Rule } from '../../gate/rule.ts'

/** No barrels: a file that only passes others' exports on hides who needs whom. */
export const barrels: Rule = {
  name: 'barrels',
  law: 'No file passes on the exports of others.',
  breaks: (module) => {
    const all = module.imports.filter(({ reExport, names }) => reExport && names.includes('*'))
    if (all.length) return all.map(({ line, specifier }) => ({ line, what: `export * from '${specifier}'` }))
    const passesOn = module.imports.some(({ reExport }) => reExport)
    const onlyPassesOn = module.program.body.every((statement) => 'source' in statement && statement.source)
    return passesOn && onlyPassesOn ? [{ line: 1, what: 'only passes on the exports of others' }] : []
  },
}

/** No cycles, lazy imports included; types alone do not count, they are gone at run time. */
export const cycles: Rule = {
  name: 'cycles',
  law: 'Modules do not import each other in a circle.',
  breaks: (module, tree) => {
    const path = wayBack(module.path, tree)
    // A circle is told once, by its first module in the alphabet.
    if (!path || [...path].sort()[0] !== module.path) return []
    return [{ line: 1, what: [...path, module.path].join(' → ') }]
  },
}

// The shortest way from a module back to itself, without the return: breadth first.
function wayBack(start: string, tree: Tree): string[] | undefined {
  const from = new Map<string, string>()
  const queue = [start]
  for (const path of queue) {
    for (const next of loadsWithin(path, tree)) {
      if (next === start) return trace(path, from)
      if (from.has(next)) continue
      from.set(next, path)
      queue.push(next)
    }
  }
  return undefined
}

function loadsWithin(path: string, tree: Tree): string[] {
  const module = tree.modules.get(path)
  return module ? loads(module, true).filter((next) => tree.modules.has(next)) : []
}

function trace(end: string, from: Map<string, string>): string[] {
  const before = from.get(end)
  return before === undefined ? [end] : [...trace(before, from), end]
}

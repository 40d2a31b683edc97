import { floorOf, isTest } from '../../source/places.ts'
import type { Floor } from '../../source/places.ts'
import { resolveImport } from '../../source/tree.ts'
import type { Rule } from '../../gate/rule.ts'

const MAY_IMPORT: Record<Floor, Floor[]> = {
  domain: [],
  prisma: [],
  api: ['domain', 'prisma'],
  web: ['domain'],
  e2e: ['domain', 'prisma'],
  root: ['domain', 'prisma'],
}

/** Arrows point one way: prisma ← api, domain ← api, domain ← web. */
export const floors: Rule = {
  name: 'floors',
  law: 'A floor imports only the floors below it, by their package name.',
  breaks: (module) =>
    module.imports.flatMap(({ specifier, line }) => {
      const target = resolveImport(module.path, specifier)
      if (target === undefined) return []
      const [from, to] = [floorOf(module.path), floorOf(target)]
      if (from === to) return []
      if (!MAY_IMPORT[from].includes(to)) return [{ line, what: `${from} imports ${to} (${specifier})` }]
      return specifier.startsWith('.') ? [{ line, what: `write ${specifier} by its package name` }] : []
    }),
}

/** Factories invent records; shipped code never does. */
export const factories: Rule = {
  name: 'factories',
  law: 'Only tests, tools and bench build records with factories.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'api' || isTest(module.path)) return []
    const used = module.imports.filter(({ specifier }) => specifier.startsWith('@rapport/prisma/factories/'))
    return used.map(({ line, specifier }) => ({ line, what: `imports ${specifier}` }))
  },
}

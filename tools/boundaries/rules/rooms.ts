import { floorOf, roomOf } from '../../source/places.ts'
import { resolveImport } from '../../source/tree.ts'
import { mayEnter } from '../edges.ts'
import type { Rule } from '../../gate/rule.ts'

/** Rooms do not enter each other's rooms except along the edges listed in one file. */
export const rooms: Rule = {
  name: 'rooms',
  law: 'A room enters another room only along tools/boundaries/edges.ts.',
  breaks: (module) => {
    const from = roomOf(module.path)
    if (from === undefined) return []
    return module.imports.flatMap(({ specifier, line }) => {
      const to = roomOf(resolveImport(module.path, specifier) ?? '')
      if (to === undefined || to === from || mayEnter(from, to)) return []
      return [{ line, what: `the room ${from} enters ${to} (${specifier})` }]
    })
  },
}

const KNOWS_NO_NOUN = [
  /^apps\/web\/src\/(ui|lib)\//,
  /^apps\/api\/src\/(db|outbound)\//,
  /^packages\/domain\/src\/(contract|field|filter)\//,
]

/** Shared parts serve every noun, so they must not know one. */
export const nouns: Rule = {
  name: 'nouns',
  law: 'Shared parts (web ui/ and lib/, api db/ and outbound/, domain contract/, field/ and filter/) know no room.',
  breaks: (module) => {
    if (!KNOWS_NO_NOUN.some((place) => place.test(module.path))) return []
    return module.imports.flatMap(({ specifier, line }) => {
      const target = resolveImport(module.path, specifier) ?? ''
      const entersApp = floorOf(module.path) === 'web' && target.startsWith('apps/web/src/app/')
      return roomOf(target) !== undefined || entersApp ? [{ line, what: `a shared part imports ${specifier}` }] : []
    })
  },
}

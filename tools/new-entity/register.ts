import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rename } from './names.ts'
import type { Names } from './names.ts'

export type Line = { file: string; text: string; place: 'import' | { before: string } }

// One line in each list of the house, with the noun of the templates.
const LINES: Line[] = [
  {
    file: 'packages/domain/src/access/permissions.ts',
    text: "  'sample-things': { zh: '样例', en: 'Sample things' },",
    place: { before: '} as const satisfies Record<string, Label>' },
  },
  {
    file: 'packages/domain/src/events.ts',
    text: "  ...plain('sample-things', 'sampleThing', { zh: '样例', en: 'sample thing' }),",
    place: { before: '} as const' },
  },
  {
    file: 'packages/domain/src/events.ts',
    text: "  ...archivable('sample-things', 'sampleThing', { zh: '样例', en: 'sample thing' }),",
    place: { before: '} as const' },
  },
  {
    file: 'packages/domain/src/api.ts',
    text: "import { sampleThingRoutes } from './features/sample-things/sample-things.contract.ts'",
    place: 'import',
  },
  {
    file: 'packages/domain/src/api.ts',
    text: "  'sample-things': sampleThingRoutes,",
    place: { before: '} as const satisfies Record<string, Record<string, Route>>' },
  },
  {
    file: 'apps/api/src/rooms.ts',
    text: "import { registerSampleThings } from './features/sample-things/sample-things.routes.ts'",
    place: 'import',
  },
  { file: 'apps/api/src/rooms.ts', text: '  registerSampleThings(app)', place: { before: '}' } },
  {
    file: 'apps/api/src/records/all.ts',
    text: "import { sampleThingRecords } from '../features/sample-things/sample-things.records.ts'",
    place: 'import',
  },
  { file: 'apps/api/src/records/all.ts', text: "  'sample-things': sampleThingRecords,", place: { before: '})' } },
]

/** The lines that make the house know its new rooms, in the order a person would write them. */
export const linesOf = (names: Names): Line[] => LINES.map((line) => ({ ...line, text: rename(line.text, names) }))

/** Puts each line at the end of its list. Throws when a list is not where it was: then this file is out of date. */
export function register(names: Names, root: string): void {
  for (const { file, text, place } of linesOf(names)) {
    const target = path.join(root, file)
    const lines = readFileSync(target, 'utf8').split('\n')
    const index =
      place === 'import'
        ? lines.findLastIndex((line) => /^(import|\} from) /.test(line)) + 1
        : lines.indexOf(place.before)
    if (index < 1) throw new Error(`${file}: found no place for: ${text}`)
    lines.splice(index, 0, text)
    writeFileSync(target, lines.join('\n'))
  }
}

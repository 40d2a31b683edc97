import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rename } from './names.ts'
import type { Names } from './names.ts'

export type Line = { file: string; text: string; place: 'import' | { before: string } | { after: string } }

// One line in each list of the house, with the noun of the templates.
const LINES: Line[] = [
  {
    file: 'packages/domain/src/access/permissions.ts',
    text: "  'sample-things': { zh: '样例', en: 'Sample things' },",
    place: { before: '} as const satisfies Record<string, Label>' },
  },
  {
    file: 'packages/domain/src/features/roles/role-catalogue.ts',
    text: "  'sample-things': settings,",
    place: { after: 'export const actionsOf: Record<Noun, readonly Action[]> = {' },
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
  { file: 'apps/api/src/rooms.ts', text: '  registerSampleThings,', place: { before: ']' } },
  {
    file: 'apps/api/src/records/all.ts',
    text: "import { sampleThingRecords } from '../features/sample-things/sample-things.records.ts'",
    place: 'import',
  },
  { file: 'apps/api/src/records/all.ts', text: "  'sample-things': sampleThingRecords,", place: { before: '})' } },
  {
    file: 'apps/web/src/lib/i18n-resources.ts',
    text: "import type sampleThings from '../locales/en/sample-things.json'",
    place: 'import',
  },
  {
    file: 'apps/web/src/lib/i18n-resources.ts',
    text: "  'sample-things': typeof sampleThings",
    place: { before: '}' },
  },
  {
    file: 'apps/web/src/locales/en/common.json',
    text: '    "sampleThings": "Sample things",',
    place: { after: '  "nav": {' },
  },
  {
    file: 'apps/web/src/locales/zh/common.json',
    text: '    "sampleThings": "样例",',
    place: { after: '  "nav": {' },
  },
  { file: 'apps/web/src/app/paths.ts', text: "  sampleThings: '/sample-things',", place: { before: '} as const' } },
  {
    file: 'apps/web/src/app/routes.ts',
    text: `  {
    path: 'sample-things',
    handle: { titleKey: ($) => $.nav.sampleThings, permission: 'sample-things.read' },
    lazy: load(['sample-things'], () => import('../features/sample-things/sample-things-page.tsx')),
  },`,
    place: { after: 'export const screens: Entry[] = [' },
  },
  {
    file: 'apps/web/src/app/navigation.ts',
    text: "import { IconBoxMultiple } from '@tabler/icons-react'",
    place: 'import',
  },
  {
    file: 'apps/web/src/app/navigation.ts',
    text: `  {
    id: 'sampleThings',
    items: [
      { to: paths.sampleThings, titleKey: ($) => $.nav.sampleThings, icon: IconBoxMultiple, permission: 'sample-things.read' },
    ],
  },`,
    place: { after: 'export const settingsNavigation: NavGroup[] = [' },
  },
]

/** What makes the house know its new rooms, in the order a person would write it: one line or entry per list. */
export const linesOf = (names: Names): Line[] => LINES.map((line) => ({ ...line, text: rename(line.text, names) }))

/** Puts each line into its list. Throws when a list is not where it was: then this file is out of date. */
export function register(names: Names, root: string): void {
  for (const { file, text, place } of linesOf(names)) {
    const target = path.join(root, file)
    const lines = readFileSync(target, 'utf8').split('\n')
    const index = placeIn(lines, place)
    if (index < 1) throw new Error(`${file}: found no place for: ${text}`)
    lines.splice(index, 0, text)
    writeFileSync(target, lines.join('\n'))
  }
}

function placeIn(lines: string[], place: Line['place']): number {
  if (place === 'import') return lines.findLastIndex((line) => /^(import|\} from) /.test(line)) + 1
  return 'before' in place ? lines.indexOf(place.before) : lines.indexOf(place.after) + 1
}

import { loads, packageName } from '../../source/tree.ts'
import type { Tree } from '../../source/tree.ts'
import type { Rule } from '../../gate/rule.ts'

const HEAVY =
  /^(zod|recharts|papaparse|temporal-polyfill|@mantine\/(dates|charts|tiptap|dropzone)|@fullcalendar\/.+|@tiptap\/.+)$/
const ENTRY = /^apps\/web\/src\/main\.tsx$/
const LIST = /^apps\/web\/src\/features\/([^/]+)\/\1-page\.tsx$/

/** The shell and the lists are what users wait for, so what forms and charts need is loaded on demand. */
export const weight: Rule = {
  name: 'weight',
  law: 'No static path leads from the entry or a list page to zod, dates, charts, calendar or rich text.',
  breaks: (module, tree) => {
    if (!ENTRY.test(module.path) && !LIST.test(module.path)) return []
    return heavyPaths(module.path, tree).map((path) => ({ line: 1, what: path.join(' → ') }))
  },
}

function heavyPaths(start: string, tree: Tree): string[][] {
  const ways = new Map([[start, [start]]])
  const found: string[][] = []
  for (const [path, way] of ways) {
    const module = tree.modules.get(path)
    if (!module) continue
    const heavy = module.imports.find(({ specifier, typeOnly, dynamic }) => {
      return !typeOnly && !dynamic && HEAVY.test(packageName(path, specifier) ?? '')
    })
    if (heavy) found.push([...way, heavy.specifier])
    for (const next of loads(module, false)) if (!ways.has(next)) ways.set(next, [...way, next])
  }
  return found
}

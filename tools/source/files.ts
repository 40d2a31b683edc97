import { globSync } from 'node:fs'
import path from 'node:path'

/** The repository's root, so that a gate looks at the same tree wherever it is started from. */
export const root = path.resolve(import.meta.dirname, '../..')

// What git ignores. Named here and not asked of git, because a downloaded archive of the sources has no git.
const IGNORED = new Set(['node_modules', 'dist', 'generated', '.rapport', 'test-results', 'playwright-report', '.git'])
const DELIBERATE = /^tools\/[a-z-]+\/(canaries|templates)\//

/** Hand-written files below `folder` that match the patterns: paths relative to it, with slashes, sorted. */
export function listFiles(patterns: string[], folder = root): string[] {
  const exclude = (entry: string) => IGNORED.has(path.basename(entry))
  const found = globSync(patterns, { cwd: folder, exclude })
  return [...new Set(found)]
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !DELIBERATE.test(file))
    .sort()
}

/** Every hand-written module. The planted violations of the gates are left out; the gates read those themselves. */
export const listModules = (folder = root): string[] => listFiles(['**/*.{ts,tsx,mts,mjs}', '*.{ts,mts}'], folder)

export const listStyles = (folder = root): string[] => listFiles(['apps/web/**/*.css'], folder)

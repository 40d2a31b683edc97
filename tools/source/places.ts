/*
 * Which floor and which room a path belongs to. The tree of folders is the architecture, so this is all a gate knows of it.
 */

export type Floor = 'domain' | 'api' | 'web' | 'prisma' | 'e2e' | 'root'

const FLOORS: [prefix: string, floor: Floor][] = [
  ['packages/domain/', 'domain'],
  ['apps/api/', 'api'],
  ['apps/web/', 'web'],
  ['prisma/', 'prisma'],
  ['e2e/', 'e2e'],
]

/** The floor of a path; `tools/`, `bench/` and the files at the top are the root's. */
export const floorOf = (path: string): Floor => FLOORS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'root'

/** The room (`leads`) a path belongs to, on any floor; undefined for what all rooms share. */
export const roomOf = (path: string): string | undefined =>
  /^(?:packages\/domain|apps\/(?:api|web))\/src\/features\/([^/]+)\//.exec(path)?.[1]

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path) || /\/src\/test\//.test(path)

/** Every route of the registry, sorted into the channel it is; what fits no shape must stand in `otherRoutes`. */
import { allRoutes } from '@rapport/domain/api.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import { isListed, letters, otherRoutes, type Letter } from './rights.ts'

export type Channel =
  | 'list'
  | 'aggregate'
  | 'read'
  | 'create'
  | 'update'
  | 'delete'
  | 'command'
  | 'part'
  | 'aside'
  | 'feed'
  | 'bulk'
export type Cell = { route: Route; name: string; noun: string; channel: Channel; letter: Letter; command?: string }

const shapes: [RegExp, Channel, Letter][] = [
  [/^GET \/[\w-]+$/, 'list', 'r'],
  [/^GET \/[\w-]+\/aggregate$/, 'aggregate', 'r'],
  [/^GET \/[\w-]+\/:id$/, 'read', 'r'],
  [/^GET \/[\w-]+(\/[a-z-]+)+$/, 'aside', 'r'],
  [/^GET \/[\w-]+\/:id\/[\w.-]+$/, 'part', 'r'],
  [/^POST \/[\w-]+$/, 'create', 'c'],
  [/^PATCH \/[\w-]+\/:id$/, 'update', 'u'],
  [/^DELETE \/[\w-]+\/:id$/, 'delete', 'd'],
  [/^POST \/[\w-]+\/:id\/[\w-]+$/, 'command', 'u'],
  [/^POST \/[\w-]+\/bulk(\/preview)?$/, 'bulk', 'u'],
]

const nameOf = ({ method, path }: Route) => `${method} ${path}`

const cellOf = (route: Route): Cell | null => {
  const name = nameOf(route)
  const [noun, special] = letters[name] ?? [route.path.split('/')[1] ?? '']
  const shape = shapes.find(([pattern]) => pattern.test(name))
  if (name in otherRoutes || !shape || !isListed(noun)) return null
  const [, shaped, usual] = shape
  const channel = shaped === 'list' && noun !== route.path.slice(1) ? 'aside' : shaped
  return {
    route,
    name,
    noun,
    channel,
    letter: special ?? usual,
    ...(channel === 'command' && { command: route.path.split('/').at(-1)! }),
  }
}

// What happened to a record is asked of the feed, which streams send from as well: a cell of every noun it tells of.
const feedOf = (noun: string): Cell[] => {
  const feed = allRoutes.find(({ route }) => nameOf(route) === 'GET /events')
  return feed ? [{ route: feed.route, name: `GET /events of ${noun}`, noun, channel: 'feed', letter: 'r' }] : []
}

/** The cells of records, and the routes that are about something else. */
export const sortRoutes = () => {
  const ofRoutes = allRoutes.flatMap(({ route }) => cellOf(route) ?? [])
  const cells = ofRoutes.flatMap((cell) => (cell.channel === 'read' ? [cell, ...feedOf(cell.noun)] : [cell]))
  const others = allRoutes.filter(({ route }) => nameOf(route) in otherRoutes).map(({ route }) => route)
  const unsorted = allRoutes.filter(({ route }) => !cellOf(route) && !(nameOf(route) in otherRoutes))
  return { cells, others, unsorted: unsorted.map(({ route }) => nameOf(route)) }
}

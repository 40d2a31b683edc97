/** What is asked of a route about one record, and how its answer may show it. */
import { jsonOf, sampleOf } from '@rapport/domain/test/samples.ts'
import type { PrismaClient } from '@rapport/prisma'
import type { Route } from '@rapport/domain/contract/route.ts'
import { searchTypes } from '@rapport/domain/features/search/search.ts'
import type { RecordSet } from '../../records/record-set.ts'
import type { Answer } from './judge.ts'
import type { Owner } from './people.ts'
import type { Cell } from './routes.ts'
import { aCanary, type World } from './worlds/world.ts'

export type Subject = {
  id: string
  canary: string
  visible: boolean
  heirId: string
  asker: Owner
  exists: boolean
  world: World
  set: RecordSet | undefined
  prisma: PrismaClient
  command: string | undefined
}
export type Probe = { channel: string; path: string; body?: object; faults: (answer: Answer) => string[] }

type Page = { items: { id: string }[]; total: { value: number } | null }
type Groups = { groups: { values: [number] }[] }

const isShown = ({ text }: Answer, { id, canary }: Subject) => text.includes(id) || text.includes(canary)
const compare = (what: string, found: unknown, wanted: unknown) =>
  found === wanted ? [] : [`${what}: ${String(found)} instead of ${String(wanted)}`]
const encode = (filter: object) => encodeURIComponent(JSON.stringify(filter))

/** Filters that select just this record, by what it holds. */
const filterOf = ({ set, canary, world }: Subject): object | null => {
  const name = world.canaryField
  const kind = name && set?.fields[name]?.kind
  return kind ? { field: name, op: kind === 'label' ? 'contains' : 'eq', value: canary } : null
}

const isSearched = (path: string) => (searchTypes as readonly string[]).includes(path.slice(1))

const listProbes = (path: string, subject: Subject): Probe[] => {
  const { visible, set } = subject
  const count = visible ? 1 : 0
  const shows = (answer: Answer) => compare('shown', isShown(answer, subject), visible)
  const newest = set?.fields.createdAt?.sortable ? '&sort=-createdAt' : ''
  const list: Probe = { channel: 'list', path: `${path}?limit=200${newest}`, faults: newest ? shows : () => [] }
  const filter = filterOf(subject)
  if (!filter) return [list]
  const found = (answer: Answer) => [
    ...shows(answer),
    ...compare('found', (answer.body as Page).items.length, count),
    ...compare('total', (answer.body as Page).total?.value, count),
  ]
  const search: Probe[] = set?.search
    ? [{ channel: 'search', path: `${path}?search=${subject.canary}&total=exact`, faults: found }]
    : []
  const everywhere: Probe[] = isSearched(path)
    ? [{ channel: 'search everywhere', path: `/search?q=${subject.canary}`, faults: shows }]
    : []
  return [
    list,
    { channel: 'filter', path: `${path}?filter=${encode(filter)}`, faults: found },
    { channel: 'count', path: `${path}?filter=${encode(filter)}&total=exact&fields=id`, faults: found },
    { channel: 'negation', path: `${path}?filter=${encode({ not: { not: filter } })}`, faults: found },
    ...search,
    ...everywhere,
  ]
}

const aggregateProbes = (path: string, subject: Subject): Probe[] => {
  const filter = filterOf(subject)
  if (!filter) return [{ channel: 'aggregate', path, faults: () => [] }]
  const wanted = subject.visible ? 1 : 0
  const sum = ({ body }: Answer) => (body as Groups).groups.reduce((all, { values }) => all + values[0], 0)
  const faults = (answer: Answer) => [
    ...compare('counted', sum(answer), wanted),
    ...(subject.visible ? [] : compare('shown', isShown(answer, subject), false)),
  ]
  const groupable = Object.entries(subject.set?.fields ?? {}).find(([, field]) => field.groupable)?.[0]
  const query = `?filter=${encode(filter)}`
  return [
    { channel: 'aggregate', path: `${path}${query}`, faults },
    ...(groupable ? [{ channel: 'group', path: `${path}${query}&groupBy=${groupable}`, faults }] : []),
  ]
}

/** Of its one record a bulk change counts what the caller sees and no more, and names nothing else. */
const bulkProbes = (path: string, subject: Subject): Probe[] => {
  const { id, visible, world } = subject
  const action = { action: 'update', changes: world.bulk }
  const filter = filterOf(subject)
  const counts = (total: number) => (answer: Answer) => [
    ...compare('counted', answer.body.total, total),
    ...(visible ? [] : compare('shown', isShown(answer, subject), false)),
  ]
  const unseen = (answer: Answer) => {
    const told = (answer.body.reasons as { code: string }[] | undefined)?.map(({ code }) => code)
    return visible || !told ? [] : compare('told of what is out of sight', told.join(), 'record.notFound')
  }
  return [
    { channel: 'bulk', path, body: { filter, ...action }, faults: counts(visible ? 1 : 0) },
    {
      channel: 'bulk',
      path,
      body: { ids: [id], ...action },
      faults: (answer) => [...counts(1)(answer), ...unseen(answer)],
    },
  ]
}

const queryFor = async (route: Route, world: World, prisma: PrismaClient): Promise<string> =>
  (await world.asides?.[route.path]?.(prisma)) ?? queryOf(route)

/** The query a route cannot do without, from its schema. */
export const queryOf = ({ query }: Route): string => {
  const sample = query ? (sampleOf(jsonOf(query)) as Record<string, string>) : {}
  const text = new URLSearchParams(sample).toString()
  return text && `?${text}`
}

/** Everything asked of the cell's route. */
export const probesOf = async (cell: Cell, subject: Subject): Promise<Probe[]> => {
  const { world, id, heirId, exists, prisma } = subject
  const path = cell.route.path.replace(':id', id)
  const faults = (answer: Answer) =>
    compare('names the record', answer.status === 204 || answer.text.includes(id), true)
  switch (cell.channel) {
    case 'list':
      return listProbes(path, subject)
    case 'aggregate':
      return aggregateProbes(path, subject)
    case 'read':
      return [
        {
          channel: 'read',
          path,
          faults: (answer) => [
            ...faults(answer),
            ...(world.canaryField ? compare('shown', answer.text.includes(subject.canary), true) : []),
          ],
        },
      ]
    case 'aside':
      return [{ channel: 'aside', path: `${path}${await queryFor(cell.route, world, prisma)}`, faults: () => [] }]
    case 'feed': {
      const ofRecord = { field: 'recordId', op: 'eq', value: id }
      const ofNoun = { and: [{ field: 'entity', op: 'eq', value: cell.noun }, ofRecord] }
      const told = (answer: Answer) => [
        ...compare('told', (answer.body as Page).items.length > 0, subject.visible),
        ...compare('shown', isShown(answer, subject), subject.visible),
      ]
      // Its noun said or not, it is looked for in two ways.
      return [ofRecord, ofNoun].map((filter) => ({
        channel: 'feed',
        path: `${path}?filter=${encode(filter)}`,
        faults: told,
      }))
    }
    case 'bulk':
      return bulkProbes(path, subject)
    case 'part':
      return [{ channel: 'part', path, faults: () => [] }]
    case 'create':
      return [{ channel: 'create', path, body: await world.draft(prisma, aCanary(), subject.asker), faults: () => [] }]
    case 'update':
      return [{ channel: 'update', path, body: { ...world.patch?.(aCanary()), version: 1 }, faults }]
    case 'delete':
      return [{ channel: 'delete', path, faults: () => [] }]
    case 'command': {
      if (!cell.route.body) return [{ channel: 'command', path, faults: () => [] }]
      const own = exists
        ? await world.commands?.[cell.command ?? '']?.(prisma, { id, heirId })
        : (sampleOf(jsonOf(cell.route.body)) as object)
      const versioned = !cell.route.unversioned // what only looks changes nothing, and need not name the record
      return [
        {
          channel: 'command',
          path,
          body: { ...own, ...(versioned && { version: 1 }) },
          faults: versioned ? faults : () => [],
        },
      ]
    }
  }
}

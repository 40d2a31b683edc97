/** The panels of a record's page, each asked for many records, one at a time, by somebody who sees everything and by a rep. */
import { quantile } from './fire.ts'
import { dealPath, queryOf } from './queries.ts'
import type { Reader, World } from './world.ts'

const ASKED = 40

const customerPath = (id: string) => `/api/v1/customers/${id}`
const ofCustomer = (noun: string, more: Record<string, string>) => (id: string) =>
  `/api/v1/${noun}?${queryOf({ filter: JSON.stringify({ field: 'customerId', op: 'eq', value: id }), limit: '50', ...more })}`

const contactsOf = (id: string) =>
  `/api/v1/contacts?${queryOf({ filter: JSON.stringify({ field: 'customerIds', op: 'hasAny', value: [id] }), sort: '-lastActivityAt', limit: '50' })}`

type Noun = 'customers' | 'opportunities'
type Panel = { name: string; noun: Noun; path: (id: string) => string }

const panels: readonly Panel[] = [
  { name: 'customer', noun: 'customers', path: customerPath },
  { name: 'customer: timeline', noun: 'customers', path: (id) => `${customerPath(id)}/timeline` },
  {
    name: 'customer: deals',
    noun: 'customers',
    path: ofCustomer('opportunities', { sort: '-closedAt,expectedCloseAt' }),
  },
  { name: 'customer: contacts', noun: 'customers', path: contactsOf },
  { name: 'customer: owners', noun: 'customers', path: (id) => `${customerPath(id)}/ownership-periods?limit=20` },
  { name: 'customer: activities', noun: 'customers', path: ofCustomer('activities', { sort: 'plannedStart' }) },
  { name: 'deal', noun: 'opportunities', path: dealPath },
  { name: 'deal: timeline', noun: 'opportunities', path: (id) => `${dealPath(id)}/timeline` },
  { name: 'deal: stage moves', noun: 'opportunities', path: (id) => `${dealPath(id)}/stage-moves` },
]

export type PanelTimes = { name: string; p95: Record<Exclude<Reader, 'below'>, number> }

/** The p95 of the answers in ms. */
export async function measureRecords(world: World): Promise<PanelTimes[]> {
  const readers = {
    all: { customers: world.customerIds, opportunities: world.dealIds },
    own: { customers: await seenBy(world, 'customers'), opportunities: await seenBy(world, 'opportunities') },
  }
  const timed: PanelTimes[] = []
  for (const { name, noun, path } of panels) {
    const timeOf = async (reader: 'all' | 'own') => {
      const times: number[] = []
      for (const id of readers[reader][noun].slice(0, ASKED)) times.push((await ask(world, reader, path(id))).ms)
      return quantile(times.slice(1), 0.95) // the first makes plans
    }
    timed.push({ name, p95: { all: await timeOf('all'), own: await timeOf('own') } })
  }
  return timed
}

const seenBy = async (world: World, noun: Noun): Promise<string[]> => {
  const { text } = await ask(world, 'own', `/api/v1/${noun}?${queryOf({ limit: '50', fields: 'name' })}`)
  return (JSON.parse(text) as { items: { id: string }[] }).items.map(({ id }) => id)
}

async function ask({ server, as }: World, reader: Reader, path: string): Promise<{ ms: number; text: string }> {
  const begin = performance.now()
  const reply = await fetch(`${server.url}${path}`, { headers: as[reader] })
  const text = await reply.text()
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${text.slice(0, 300)}`)
  return { ms: performance.now() - begin, text }
}

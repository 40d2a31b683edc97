/** Ten thousand records, or as many as there are, changed by one job, and all of it undone: rows a second, with their events. */
import { setTimeout as wait } from 'node:timers/promises'
import type { World } from './world.ts'

const ROWS = 10_000
const ASK_EVERY = 50 // ms

type Job = { id: string; version: number; state: string; changed: number; undone: number }
type BulkNoun = 'opportunities' | 'customers'
export type Bulk = { noun: BulkNoun; changed: number; undone: number }

/** Deals, then customers. */
export async function measureBulks(world: World): Promise<Bulk[]> {
  return [await measureBulk(world, 'opportunities'), await measureBulk(world, 'customers')]
}

/** Records a second, there and back, in a company of this size. */
async function measureBulk(world: World, noun: BulkNoun): Promise<Bulk> {
  const filter = { field: 'ownerId', op: 'in', value: await ownersOf(world, noun, ROWS) }
  const changes = { tags: { add: [`bench ${Date.now().toString(36)}`] } }
  const begun = performance.now()
  const started = await ask<Job>(world, `/${noun}/bulk`, { filter, action: 'update', changes })
  const done = await until(world, started, 'done')
  if (done.changed === 0) throw new Error(`no ${noun} were changed`)
  const changed = (done.changed / (performance.now() - begun)) * 1000
  const turned = performance.now()
  await ask<Job>(world, `/jobs/${done.id}/undo`, { version: done.version })
  const undone = await until(world, done, 'undone')
  if (undone.undone !== done.changed) throw new Error(`${undone.undone} of ${done.changed} ${noun} were put back`)
  return { noun, changed, undone: (undone.undone / (performance.now() - turned)) * 1000 }
}

const until = async (world: World, { id }: Job, state: string): Promise<Job> => {
  for (;;) {
    const job = await ask<Job>(world, `/jobs/${id}`)
    if (job.state === state) return job
    if (job.state === 'failed') throw new Error('the job failed')
    await wait(ASK_EVERY)
  }
}

/** People who own at least as many together. */
const ownersOf = async (world: World, noun: BulkNoun, wanted: number): Promise<string[]> => {
  const { groups } = await ask<{ groups: { key: string[]; values: number[] }[] }>(
    world,
    `/${noun}/aggregate?groupBy=ownerId`,
  )
  const owners: string[] = []
  let found = 0
  for (const { key, values } of groups) {
    if (found >= wanted) break
    owners.push(...key)
    found += values[0] ?? 0
  }
  return owners
}

const ask = async <T>({ server, as }: World, path: string, body?: object): Promise<T> => {
  const sent = body && { method: 'POST', body: JSON.stringify(body) }
  const headers = { ...as.all, ...(body && { 'content-type': 'application/json' }) }
  const reply = await fetch(`${server.url}/api/v1${path}`, { ...sent, headers })
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as T
}

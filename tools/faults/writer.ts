/*
 * Writes as many users would, several at once: a deal is made, moved, changed, and now and then a file is uploaded and
 * checked in the background. Each write that was confirmed goes into the ledger.
 */
import { randomUUID } from 'node:crypto'
import type { Answer, Client } from './client.ts'

/** One acknowledged write: the record, its version after it, and the key it was sent with. */
export type Entry = {
  kind: 'deal' | 'move' | 'change' | 'upload' | 'check'
  id: string
  version: number
  name: string
  number: string | null
  key: string | null
}
export type World = { pipelineId: string; stageId: string; customerId: string }
export type Ledger = { entries: Entry[]; refused: string[] }

const UPLOAD_EVERY = 5

/** What the writers need: a customer, the default pipeline and the stage a deal moves to. */
export async function makeWorld({ insist }: Client): Promise<World> {
  const sources = await insist('GET', '/sources?limit=1')
  const [source] = sources.body.items as { id: string }[]
  const customer = { kind: 'company', name: 'Ledger & Sons', sourceId: source?.id }
  const made = await insist('POST', '/customers', customer, randomUUID())
  const pipelines = await insist('GET', '/pipelines?limit=1')
  const [pipeline] = pipelines.body.items as { id: string }[]
  const { body } = await insist('GET', `/pipelines/${pipeline?.id}`)
  const [, second] = body.stages as { id: string }[]
  if (!made.body.id || !pipeline || !second) throw new Error(`No world to write in: ${JSON.stringify(made.body)}`)
  return { pipelineId: pipeline.id, stageId: second.id, customerId: made.body.id }
}

/** Writes until `wanted` are acknowledged, `writers` at a time. */
export async function write(client: Client, world: World, ledger: Ledger, wanted: number, writers = 6): Promise<void> {
  const end = ledger.entries.length + wanted
  const work = async (first: number) => {
    for (let round = first; ledger.entries.length < end; round += 1) {
      await writeDeal(client, world, ledger)
      if (round % UPLOAD_EVERY === 0) await writeImport(client, ledger)
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, index) => work(index)))
}

async function writeDeal(client: Client, { stageId, ...place }: World, ledger: Ledger): Promise<void> {
  const name = `deal-${randomUUID()}`
  const keys = [randomUUID(), randomUUID()] as const
  const made = await client.insist('POST', '/opportunities', { ...place, name, need: 'kept', amount: '100' }, keys[0])
  const { id } = made.body
  if (!note(ledger, made, 201, { kind: 'deal', name, key: keys[0] }) || !id) return
  const moved = await client.insist('POST', `/opportunities/${id}/move`, { stageId, version: 1 }, keys[1])
  if (!note(ledger, moved, 200, { kind: 'move', name, key: keys[1] })) return
  const changed = await change(client, id, `${name} changed`)
  note(ledger, changed, 200, { kind: 'change', name, key: null })
}

/** A PATCH has no key: what became of a doubtful one is seen from the record. */
async function change({ insist }: Client, id: string, name: string): Promise<Answer> {
  const changed = await insist('PATCH', `/opportunities/${id}`, { name, version: 2 })
  if (changed.status !== 412 || !changed.doubtful) return changed
  const found = await insist('GET', `/opportunities/${id}`)
  return found.body.name === name && found.body.version === 3 ? found : changed
}

async function writeImport({ insist }: Client, ledger: Ledger): Promise<void> {
  const name = `file-${randomUUID()}.csv`
  const keys = [randomUUID(), randomUUID()] as const
  const form = new FormData()
  form.set('entity', 'customers')
  form.set('file', new Blob([`name\n${name}\n`]), name)
  const uploaded = await insist('POST', '/imports', form, keys[0])
  const { id } = uploaded.body
  if (!note(ledger, uploaded, 201, { kind: 'upload', name, key: keys[0] }) || !id) return
  await insist('PATCH', `/imports/${id}`, { version: 1 })
  const checked = await insist('POST', `/imports/${id}/dry-run`, { version: 2 }, keys[1])
  note(ledger, checked, 202, { kind: 'check', name, key: keys[1] })
}

function note(ledger: Ledger, answer: Answer, due: number, about: Pick<Entry, 'kind' | 'name' | 'key'>): boolean {
  const { id = '', version = 0, number = null } = answer.body as Partial<Entry>
  if (answer.status === due) ledger.entries.push({ ...about, id, version, number })
  else ledger.refused.push(`${about.kind} ${about.name}: ${answer.status} ${String(answer.body.code)}`)
  return answer.status === due
}

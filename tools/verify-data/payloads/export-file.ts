/** A file of a noun, as an integrator gets it: asked for, waited for, fetched. */
import type { Client } from '../client.ts'
import { until } from '../until.ts'

type Job = { id: string; state: string; total: number; errorText: string | null }
export type Format = 'csv' | 'xlsx'
export type Exported = { total: number; file: Buffer }

/** All records the key sees, oldest first, in English; these columns alone where they are named. */
export const exportFile = async (
  api: Client,
  entity: string,
  format: Format,
  fields?: readonly string[],
): Promise<Exported> => {
  const asked = { entity, format, fields, sort: ['createdAt'], language: 'en' }
  const started = await api.send<Job>('POST', '/exports', asked)
  const job = await until(
    () => api.get<Job>(`/jobs/${started.id}`),
    ({ state }) => state !== 'running',
  )
  if (job.state !== 'done') throw new Error(`the export of ${entity} ended as ${job.state}: ${job.errorText}`)
  const reply = await api.ask('GET', `/exports/${job.id}/file`)
  return { total: job.total, file: Buffer.from(await reply.arrayBuffer()) }
}

/** One file through the steps of an import, as an integrator takes them. */
import type { Client } from './client.ts'
import { until } from './until.ts'

export type Import = {
  id: string
  version: number
  status: string
  rowCount: number
  progress: number
  created: number
  updated: number
  skipped: number
  failed: number
  startedAt: string
  finishedAt: string
  checked: Record<string, number> | null
  problems: { column: string | null; code: string; rows: number; severity: string; message: string }[]
}

export type Brought = Import & { ms: { check: number; run: number } }

export type Uploaded = Import & { mapping: { column: string; target: string | null }[] }

/** Uploads, settles, checks and brings in. Throws when the check does not end, never for rows that fail. */
export const importFile = async (
  api: Client,
  entity: string,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  settings: object | ((uploaded: Uploaded) => object),
): Promise<Brought> => {
  const form = new FormData()
  form.set('entity', entity)
  form.set('file', new Blob([content]), name)
  const uploaded = await api.send<Uploaded>('POST', '/imports', form)
  const { id, version } = uploaded
  const chosen = typeof settings === 'function' ? settings(uploaded) : settings
  const mapped = await api.send<Import>('PATCH', `/imports/${id}`, { ...chosen, version })
  const look = () => api.get<Import>(`/imports/${id}`)
  const begin = performance.now()
  await api.send('POST', `/imports/${id}/dry-run`, { version: mapped.version })
  const checked = await until(look, ({ status }) => status !== 'checking')
  const between = performance.now()
  await api.send('POST', `/imports/${id}/run`, { version: checked.version })
  const done = await until(look, ({ status }) => status !== 'running')
  const ms = { check: between - begin, run: Date.parse(done.finishedAt) - Date.parse(done.startedAt) }
  console.log(
    `${name.padEnd(22)} ${String(done.rowCount).padStart(5)} rows: created ${done.created}, updated ${done.updated}, skipped ${done.skipped}, failed ${done.failed}; checked in ${Math.round(ms.check)} ms, brought in within ${ms.run} ms (asked for and seen within ${Math.round(performance.now() - between)} ms)`,
  )
  for (const { column, message, rows } of checked.problems)
    console.log(`  ${String(rows).padStart(5)} rows  ${column ?? 'row'}: ${message}`)
  if (done.status !== 'done') throw new Error(`the import of ${name} ended as ${done.status}`)
  return { ...done, ms }
}

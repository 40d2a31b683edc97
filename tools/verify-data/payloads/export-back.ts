/** A noun written out whole and read again: no cell is a formula, and an import finds nothing to change. */
import { setTimeout as wait } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'
import type { Client } from '../client.ts'

type Job = { id: string; state: string; total: number; errorText: string | null }
type Import = {
  id: string
  version: number
  status: string
  checked: Record<string, number> | null
  problems: object[]
}
export type Back = {
  rows: number
  formulas: number
  changes: number
  errors: number
  others: number
  problems: object[]
}

const PATIENCE = 3_000

const until = async <T>(look: () => Promise<T>, isOver: (found: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const found = await look()
    if (isOver(found)) return found
    await wait(100)
  }
  throw new Error('it does not come to an end')
}

const SHEET = 'xl/worksheets/sheet1.xml'
// No office program is needed to see a formula: in a workbook it is an element of its own.
const formulasInSheet = (file: Buffer): number => {
  const xml = inflateRawSync(file.subarray(file.indexOf(SHEET) + SHEET.length)).toString('utf8')
  return xml.split('<f>').length + xml.split('<f ').length - 2
}
const dangerous = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠｜％]/u
const formulasInText = (file: Buffer): number =>
  [...file.toString('utf8').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gm)].filter(([, quoted, bare]) => {
    const cell = (quoted ?? bare ?? '').replaceAll('""', '"')
    return dangerous.test(cell) && !/^[+-]?\d[\d ().-]*$/.test(cell)
  }).length

/** Exports all records the key sees in this format, and checks the file as an import. */
export const exportBack = async (api: Client, entity: string, format: 'csv' | 'xlsx'): Promise<Back> => {
  const started = await api.send<Job>('POST', '/exports', { entity, format })
  const job = await until(
    () => api.get<Job>(`/jobs/${started.id}`),
    ({ state }) => state !== 'running',
  )
  if (job.state !== 'done') throw new Error(`the export of ${entity} ended as ${job.state}: ${job.errorText}`)
  const file = Buffer.from(await (await api.ask('GET', `/exports/${job.id}/file`)).arrayBuffer())
  const { checked, problems } = await check(api, entity, file, `export.${format}`)
  const { update = 0, changes = 0, error = 0, ...rest } = checked ?? {}
  const others = (rest.new ?? 0) + (rest.duplicate ?? 0)
  if (update + error + others !== job.total) throw new Error(`${update} of ${job.total} ${entity} came back`)
  const formulas = format === 'xlsx' ? formulasInSheet(file) : formulasInText(file)
  return { rows: job.total, formulas, changes, errors: error, others, problems }
}

const check = async (api: Client, entity: string, file: Buffer, name: string): Promise<Import> => {
  const form = new FormData()
  form.set('entity', entity)
  form.set('file', new Blob([new Uint8Array(file)]), name)
  const { id, version } = await api.send<Import>('POST', '/imports', form)
  const mapped = await api.send<Import>('PATCH', `/imports/${id}`, { version })
  await api.send('POST', `/imports/${id}/dry-run`, { version: mapped.version })
  return until(
    () => api.get<Import>(`/imports/${id}`),
    ({ status }) => status !== 'checking',
  )
}

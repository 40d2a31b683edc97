/** Many records of a noun get former values, all in few statements, with one event for each. */
import { writeFaults } from '@rapport/domain/access/writable.ts'
import type { Tx } from '../../../ctx.ts'
import { recordMany } from '../../../events/record-many.ts'
import { Refusal } from '../../../http/problems.ts'
import { readRecords } from '../../../records/find.ts'
import { changesOf } from '../../../records/open.ts'
import type { RecordSet, RowView } from '../../../records/record-set.ts'
import { updateRows } from '../../../records/update-rows.ts'
import type { Values } from './importer.ts'
import type { PutBack, Stored } from './put-back.ts'

/** A locked record as its reader sees it, and what it gets. */
export type Former = { found: Values & { id: string }; values: Values }
type Writing = Former & { row: Stored }

/** Returns why those that stay as they are do, by id. */
export const putBackAll = async (
  tx: Tx,
  records: RecordSet,
  noun: PutBack,
  formers: readonly Former[],
): Promise<Map<string, string>> => {
  const refused = new Map<string, string>()
  const ids = formers.map(({ found }) => found.id)
  const rows = new Map((await noun.stored(tx, ids)).map((row) => [row.id, row]))
  const invalid = await invalidReferences(tx, records, noun, formers)
  const writing: Writing[] = []
  for (const former of formers) {
    const row = rows.get(former.found.id) as Stored // locked, so it is there
    const code = refusalOf(tx, records, noun, { ...former, row }, invalid)
    if (code === null) writing.push({ ...former, row })
    else refused.set(row.id, code)
  }
  if (writing.length > 0) await write(tx, records, noun, writing)
  return refused
}

// In the order in which the command of the noun would ask.
const refusalOf = (
  tx: Tx,
  records: RecordSet,
  noun: PutBack,
  { found, values, row }: Writing,
  invalid: ReadonlyMap<string, string>,
): string | null => {
  if (!(found.can as Record<string, boolean>).edit) return 'access.denied'
  const faults = writeFaults(tx.actor, records.noun, records.fields, values)
  if (faults.some(({ code }) => code === 'field.unknown')) return 'request.malformed'
  if (faults.length > 0) return 'field.forbidden'
  const why = noun.refusal?.(tx, row, values) ?? null
  if (why !== null) return why
  const reference = referencesIn(records, { found, values }).find((one) => invalid.has(one))
  return reference === undefined ? null : (invalid.get(reference) ?? null)
}

const referencesIn = ({ fields }: RecordSet, { found, values }: Former): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    fields[name]?.kind === 'ref' && typeof value === 'string' && found[name] !== value ? [`${name} ${value}`] : [],
  )

// Each of them is asked about once; what a record has already may have been archived since.
const invalidReferences = async (
  tx: Tx,
  records: RecordSet,
  noun: PutBack,
  formers: readonly Former[],
): Promise<Map<string, string>> => {
  const invalid = new Map<string, string>()
  for (const reference of new Set(formers.flatMap((former) => referencesIn(records, former)))) {
    const [name = '', id] = reference.split(' ')
    try {
      await noun.demandReferences(tx, { [name]: id })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 503) throw error
      invalid.set(reference, error.code)
    }
  }
  return invalid
}

const write = async (tx: Tx, records: RecordSet, noun: PutBack, writing: readonly Writing[]): Promise<void> => {
  const changed = writing.map(({ row, values }) => ({ row, columns: noun.columns(row, values) }))
  const names = new Set(changed.flatMap(({ columns }) => Object.keys(columns)))
  // All get the same columns: where one keeps its value, that is written.
  const columnsFor = ({ row, columns }: { row: Stored; columns: RowView }) =>
    Object.fromEntries([...names].map((name) => [name, name in columns ? columns[name] : row[name]]))
  const now = changed.map((one): Stored => ({ ...one.row, ...columnsFor(one) }))
  await updateRows(
    tx,
    noun.table,
    changed.map((one) => ({ id: one.row.id, ...columnsFor(one) })),
  )
  await noun.beside?.(tx, now)
  await tell(tx, records, noun, writing, now)
}

const tell = async (
  tx: Tx,
  records: RecordSet,
  noun: PutBack,
  writing: readonly Writing[],
  now: readonly Stored[],
): Promise<void> => {
  const ids = now.map(({ id }) => id)
  const about = await noun.about(tx, ids)
  const after = await readRecords<Values>(tx, records, ids)
  await recordMany(
    tx,
    writing.map(({ found, values, row }, at) => ({
      type: noun.updated,
      subject: found.id,
      ...about(row, now[at] as Stored),
      version: Number(found.version) + 1,
      changes: changesOf(values, found, after.get(found.id) ?? found, records.fields),
    })),
  )
}

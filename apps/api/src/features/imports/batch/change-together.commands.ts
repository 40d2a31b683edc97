/** Many records of a noun are changed, each in its own way, all in few statements, with one event for each. */
import { writeFaults } from '@rapport/domain/access/writable.ts'
import type { Tx } from '../../../ctx.ts'
import { recordMany } from '../../../events/record-many.ts'
import { Refusal } from '../../../http/problems.ts'
import { readRecords } from '../../../records/find.ts'
import { changesOf } from '../../../records/open.ts'
import type { RecordSet, RowView } from '../../../records/record-set.ts'
import { updateRows } from '../../../records/update-rows.ts'
import type { Values } from './importer.ts'
import type { Stored, Together } from './together.ts'

/** A locked record as its reader sees it, what it gets, and the version this was decided by. */
export type Wanted = { found: Values & { id: string }; values: Values; version: number }
/** Why a record stays as it is, and the field that is about. */
export type Refused = { code: string; field: string | null }
type Writing = Wanted & { row: Stored }

/** Each record stands among them once. Returns why those that stay as they are do, by id. */
export const changeTogether = async (
  tx: Tx,
  records: RecordSet,
  noun: Together,
  wanted: readonly Wanted[],
): Promise<Map<string, Refused>> => {
  const refused = new Map<string, Refused>()
  if (wanted.length === 0) return refused
  const ids = wanted.map(({ found }) => found.id)
  const rows = new Map((await noun.stored(tx, ids)).map((row) => [row.id, row]))
  const invalid = await invalidReferences(tx, records, noun, wanted)
  const writing: Writing[] = []
  for (const one of wanted) {
    const row = rows.get(one.found.id) as Stored // locked, so it is there
    const why = refusalOf(tx, records, noun, { ...one, row }, invalid)
    if (why === null) writing.push({ ...one, row })
    else refused.set(row.id, why)
  }
  if (writing.length > 0) await write(tx, records, noun, writing)
  return refused
}

const because = (code: string, field: string | null = null): Refused => ({ code, field })

// In the order in which the command of the noun would ask.
const refusalOf = (
  tx: Tx,
  records: RecordSet,
  noun: Together,
  { found, values, version, row }: Writing,
  invalid: ReadonlyMap<string, Refused>,
): Refused | null => {
  if (!(found.can as Record<string, boolean>).edit) return because('access.denied')
  const faults = writeFaults(tx.actor, records.noun, records.fields, values)
  const [fault] = faults
  const unknown = faults.find(({ code }) => code === 'field.unknown')
  if (unknown) return because('request.malformed', unknown.path)
  if (fault) return because('field.forbidden', fault.path)
  if (Number(found.version) !== version) return because('version.stale')
  const why = noun.refusal?.(tx, row, values) ?? null
  if (why !== null) return because(why)
  const reference = referencesIn(records, { found, values }).find((one) => invalid.has(one))
  return reference === undefined ? null : (invalid.get(reference) ?? null)
}

const referencesIn = ({ fields }: RecordSet, { found, values }: Pick<Wanted, 'found' | 'values'>): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    fields[name]?.kind === 'ref' && typeof value === 'string' && found[name] !== value ? [`${name} ${value}`] : [],
  )

// Each of them is asked about once; what a record has already may have been archived since.
const invalidReferences = async (
  tx: Tx,
  records: RecordSet,
  noun: Together,
  wanted: readonly Wanted[],
): Promise<Map<string, Refused>> => {
  const invalid = new Map<string, Refused>()
  for (const reference of new Set(wanted.flatMap((one) => referencesIn(records, one)))) {
    const [name = '', id] = reference.split(' ')
    try {
      await noun.demandReferences(tx, { [name]: id })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 503) throw error
      invalid.set(reference, because(error.code, error.faults[0]?.path))
    }
  }
  return invalid
}

const write = async (tx: Tx, records: RecordSet, noun: Together, writing: readonly Writing[]): Promise<void> => {
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
  await noun.beside?.(tx, now, names)
  await tell(tx, records, noun, writing, now)
}

const tell = async (
  tx: Tx,
  records: RecordSet,
  noun: Together,
  writing: readonly Writing[],
  now: readonly Stored[],
): Promise<void> => {
  const ids = now.map(({ id }) => id)
  const about = await noun.about(tx, ids)
  const names = new Set(writing.flatMap(({ values }) => Object.keys(values)))
  const after = await readRecords<Values>(tx, records, ids, [...names])
  await recordMany(
    tx,
    writing.map(({ found, values, version, row }, at) => ({
      type: noun.updated,
      subject: found.id,
      ...about(row, now[at] as Stored),
      version: version + 1,
      changes: changesOf(values, found, after.get(found.id) ?? found, records.fields),
    })),
  )
}

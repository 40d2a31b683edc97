/** Opening a record to change it: visible, locked until the transaction ends, and read as the caller sees it. */
import type { Tx } from '../ctx.ts'
import { changesBetween, type Change } from '../events/record.ts'
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import { lockAmong, lockVisible, readRecord, readRecords } from './find.ts'
import type { RecordSet } from './record-set.ts'

/** Errors: 404 when absent or invisible. */
export const openRecord = async <T>(tx: Tx, set: RecordSet, id: string): Promise<T> => {
  await lockVisible(tx, set, id)
  return readRecord<T>(tx, set, id)
}

/** Several at once, by id: those that are there and visible, with these fields and parts of theirs. */
export const openRecords = async <T>(
  tx: Tx,
  set: RecordSet,
  ids: readonly string[],
  names: readonly string[],
): Promise<Map<string, T>> => {
  await lockAmong(tx, set, ids)
  return readRecords<T>(tx, set, ids, names)
}

/**
 * What a command changed of the fields that were sent, as the event tells it; a changed reference with what people called
 * both records.
 */
export const changesOf = (sent: object, before: object, after: object, fields: Fields = {}): Change[] => {
  const names = Object.keys(sent).filter((name) => name !== 'version' && name in after)
  const only = (record: object) =>
    Object.fromEntries(names.map((name) => [name, (record as Record<string, unknown>)[name]]))
  return changesBetween(only(before), only(after)).map((change) =>
    labelled(change, fields[change.field], before, after),
  )
}

// People at customers are named by their id alone: their names are not to outlive them in events.
const labelled = (change: Change, field: Field | undefined, before: object, after: object): Change => {
  if (field?.kind !== 'ref' || field.to === 'contacts' || field.to === 'customers') return change
  const labelIn = (record: object) =>
    (record as Record<string, { label: unknown } | null | undefined>)[field.as]?.label ?? null
  return { ...change, labels: { old: labelIn(before), new: labelIn(after) } }
}

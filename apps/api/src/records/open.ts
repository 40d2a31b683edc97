/** Opening a record to change it: visible, locked until the transaction ends, and read as the caller sees it. */
import type { Tx } from '../ctx.ts'
import { changesBetween, type Change } from '../events/record.ts'
import { lockVisible, readRecord } from './find.ts'
import type { RecordSet } from './record-set.ts'

/** Errors: 404 when absent or invisible. */
export const openRecord = async <T>(tx: Tx, set: RecordSet, id: string): Promise<T> => {
  await lockVisible(tx, set, id)
  return readRecord<T>(tx, set, id)
}

/** What a command changed of the fields that were sent, as the event tells it. */
export const changesOf = (sent: object, before: object, after: object): Change[] => {
  const names = Object.keys(sent).filter((name) => name !== 'version' && name in after)
  const only = (record: object) =>
    Object.fromEntries(names.map((name) => [name, (record as Record<string, unknown>)[name]]))
  return changesBetween(only(before), only(after))
}

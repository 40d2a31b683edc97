/** Rows of an import are taken back: what they made goes into the trash, what they changed gets its former values. */
import { decideUndo } from '@rapport/domain/features/imports/decide-undo.ts'
import type { RowProblem } from '@rapport/domain/features/imports/row-problems.ts'
import type { Tx } from '../../../ctx.ts'
import { openRecords } from '../../../records/open.ts'
import { changeOne, goesAlone } from './change-rows.commands.ts'
import { changeTogether, type Refused, type Wanted } from './change-together.commands.ts'
import type { Importer, Values } from './importer.ts'
import type { UndoRow } from './undo-rows.queries.ts'

const ALONE = 100

/** What became of a row. */
export type Undone = { rowNo: number; undo: 'undone' | 'kept'; problem: RowProblem | null }

// Rows of one record are taken back in different parts: the second needs to know what became of the first.
const firstOfEach = (rows: readonly UndoRow[]): UndoRow[] => {
  const seen = new Set<string>()
  const end = rows.findIndex(({ recordId }) => seen.size === seen.add(recordId).size)
  return end < 0 ? [...rows] : rows.slice(0, end)
}

// Of those that go alone each takes a command, and a transaction must not last.
const fewAlone = (importer: Importer, rows: readonly UndoRow[]): readonly UndoRow[] => {
  const after = rows.filter(({ outcome, before }) => outcome === 'updated' && goesAlone(importer, before))[ALONE]
  return after ? rows.slice(0, rows.indexOf(after)) : rows
}

/** Those of the rows, from the first on, that one transaction takes back. */
export const rowsTogether = (importer: Importer, rows: readonly UndoRow[]): readonly UndoRow[] =>
  fewAlone(importer, firstOfEach(rows))

type Decided = { row: UndoRow; found: (Values & { id: string }) | undefined } & ReturnType<typeof decideUndo>

/** Takes these rows back, what is alike together. Returns what became of each, in their order. */
export const takeBackAll = async (tx: Tx, importer: Importer, rows: readonly UndoRow[]): Promise<Undone[]> => {
  const ids = rows.map(({ recordId }) => recordId)
  const names = rows.flatMap(({ changes, before }) => [...changes.map(({ field }) => field), ...Object.keys(before)])
  const known = await openRecords<Values & { id: string }>(tx, importer.records, ids, names)
  const decided = rows.map((row): Decided => {
    const found = known.get(row.recordId)
    return { row, found, ...decideUndo(importer.records.fields, found, row) }
  })
  const removed = await removeAll(tx, importer, decided)
  const restored = await restoreAll(tx, importer, decided)
  return decided.map(({ row: { rowNo, recordId }, act, code, since }): Undone => {
    const why = (act === 'remove' ? removed : restored).get(recordId)
    if (why !== undefined)
      return keptRow(rowNo, (act === 'remove' ? ofRemovals : ofChanges)[why] ?? 'import.refused', { reason: why })
    return code === null ? { rowNo, undo: 'undone', problem: null } : keptRow(rowNo, code, { since })
  })
}

type Found = Decided & { found: Values & { id: string } }
const toDo = (decided: readonly Decided[], act: Decided['act']): Found[] =>
  decided.filter((one): one is Found => one.act === act && one.found !== undefined)

// What the import made goes into the trash, where the reader may delete it and it is not in use.
const removeAll = async (tx: Tx, importer: Importer, decided: readonly Decided[]): Promise<Map<string, string>> => {
  const leaving = toDo(decided, 'remove').map(({ found }) => found)
  const may = ({ can }: Values) => (can as Record<string, boolean>).delete === true
  const refused = new Map(leaving.filter((one) => !may(one)).map(({ id }) => [id, 'access.denied']))
  const going = leaving.filter(may).map(({ id, version }) => ({ id, version: Number(version) }))
  const staying = going.length > 0 ? await importer.remove?.(tx, going) : undefined
  for (const id of staying?.keys() ?? []) refused.set(id, 'record.inUse')
  return refused
}

const restoreAll = async (tx: Tx, importer: Importer, decided: readonly Decided[]): Promise<Map<string, string>> => {
  const { records, together } = importer
  const [alone, all] = [[], []] as [Wanted[], Wanted[]]
  for (const { found, values } of toDo(decided, 'restore'))
    (goesAlone(importer, values) ? alone : all).push({ found, values, version: Number(found.version) })
  const refused = together ? await changeTogether(tx, records, together, all) : new Map<string, Refused>()
  for (const { found, values, version } of alone) {
    const why = await changeOne(tx, importer, { id: found.id, patch: values, version })
    if (why) refused.set(found.id, why)
  }
  return new Map([...refused].map(([id, { code }]) => [id, code]))
}

const ofRemovals: Partial<Record<string, string>> = {
  'access.denied': 'import.notDeletable',
  'record.inUse': 'import.inUse',
  'record.notFound': 'import.gone',
}
const ofChanges: Partial<Record<string, string>> = {
  'access.denied': 'import.notEditable',
  'record.notFound': 'import.gone',
}

/** A row that stays as it is, and why. */
export const keptRow = (rowNo: number, code: string, params: object): Undone => ({
  rowNo,
  undo: 'kept',
  problem: { column: null, target: null, code, severity: 'warning', params: { ...params } },
})

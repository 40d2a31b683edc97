/** Rows of an import that change records: all together where their noun can, else by its command one after the other. */
import type { RowProblem } from '@rapport/domain/features/imports/row-problems.ts'
import type { Tx } from '../../../ctx.ts'
import { Refusal } from '../../../http/problems.ts'
import { openRecords } from '../../../records/open.ts'
import { changeTogether, type Refused, type Wanted } from './change-together.commands.ts'
import type { Importer, Values } from './importer.ts'

/** What a record gets, and the version this was decided by. */
export type Changing = { id: string; patch: Values; version: number }

/** Fields that take a look at other records take the command of the noun, and with it as many statements for each record. */
export const goesAlone = ({ together }: Importer, values: Values): boolean =>
  !together || together.alone.some((name) => name in values)

/** Each record stands among them once. Returns why those that stay as they are do, by id. */
export const changeRecords = async (
  tx: Tx,
  importer: Importer,
  all: readonly Changing[],
): Promise<Map<string, Refused>> => {
  const alone = all.filter(({ patch }) => goesAlone(importer, patch))
  const refused = await changeMany(
    tx,
    importer,
    all.filter((one) => !alone.includes(one)),
  )
  for (const one of alone) {
    const why = await changeOne(tx, importer, one)
    if (why) refused.set(one.id, why)
  }
  return refused
}

const changeMany = async (tx: Tx, { records, together }: Importer, all: readonly Changing[]) => {
  if (!together || all.length === 0) return new Map<string, Refused>()
  const names = new Set(all.flatMap(({ patch }) => Object.keys(patch)))
  const ids = all.map(({ id }) => id)
  const known = await openRecords<Wanted['found']>(tx, records, ids, [...names])
  const wanted = all.flatMap(({ id, patch, version }) => {
    const found = known.get(id)
    return found ? [{ found, values: patch, version }] : []
  })
  const refused = await changeTogether(tx, records, together, wanted)
  for (const id of ids) if (!known.has(id)) refused.set(id, { code: 'record.notFound', field: null })
  return refused
}

// The command decides before it writes, so a refusal leaves nothing behind and is the row's own.
export const changeOne = async (
  tx: Tx,
  importer: Importer,
  { id, patch, version }: Changing,
): Promise<Refused | null> => {
  try {
    await importer.update(tx, id, { ...patch, version })
    return null
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 503) throw error
    return { code: error.code, field: error.faults[0]?.path ?? null }
  }
}

export const refusedRow = ({ code, field }: Refused): RowProblem => ({
  column: null,
  target: field,
  code: 'import.refused',
  severity: 'error',
  params: { reason: code },
})

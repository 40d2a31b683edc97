/** Keeps with each row what it may be already, and puts aside for review what came in nevertheless. */
import type { DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import type { Tx } from '../../../ctx.ts'
import { givenRows } from '../../../records/given-rows.ts'
import { queuePairs, type Pair } from '../../duplicates/refuse-duplicates.commands.ts'
import type { Judged } from '../batch/importer.ts'
import type { Doubles } from './doubles.ts'

export type StoredMatches = Pick<Doubles['told'], 'matches' | 'hidden'> & {
  sameAs: { rowNo: number; level: string; score: number; reasons: readonly string[] }[]
}

/** Also takes back what an earlier check kept. */
export const keepMatches = async (tx: Tx, importId: string, judged: readonly Judged[]): Promise<void> => {
  if (judged.length === 0) return
  const numbers = judged.map(({ row }) => row.rowNo)
  await tx.db.$executeRaw`
    update import_rows r set level = u.level, matches = u.matches
    from ${givenRows([
      { name: 'rowNo', type: 'int', values: numbers },
      { name: 'level', type: 'text', values: judged.map(({ doubles }) => doubles?.level) },
      { name: 'matches', type: 'jsonb', values: judged.map(({ doubles }) => storedOf(doubles)) },
    ])} u
    where r."importId" = ${importId}::uuid and r."rowNo" = u."rowNo" and (r.level is not null or u.level is not null)`
}

const storedOf = (doubles: Doubles | undefined): StoredMatches | null => {
  if (!doubles || doubles.level === null) return null
  const { matches, hidden } = doubles.told
  const sameAs = doubles.earlier.map(({ id, verdict: { level, score, reasons } }) => ({
    rowNo: id,
    level: level ?? 'likely',
    score,
    reasons,
  }))
  return { matches, hidden, sameAs }
}

/** Pairs of the new records with what they may be, and with one another. `ids` are those of the rows, in their order. */
export const queueDoubles = (
  tx: Tx,
  type: DuplicateType,
  rows: readonly Judged[],
  ids: readonly string[],
): Promise<void> => {
  const idOf = new Map(rows.map(({ row }, at) => [row.rowNo, ids[at] ?? '']))
  const pairs = rows.flatMap(({ row, doubles }): Pair[] => {
    const id = idOf.get(row.rowNo) ?? ''
    const records = (doubles?.found ?? []).map(({ candidate, all }): Pair => ({
      ids: [id, candidate.id],
      verdict: all,
    }))
    const others = (doubles?.earlier ?? []).flatMap(({ id: rowNo, verdict }): Pair[] => {
      const other = idOf.get(rowNo)
      return other === undefined ? [] : [{ ids: [id, other], verdict }]
    })
    return [...records, ...others]
  })
  return queuePairs(tx, type, pairs)
}

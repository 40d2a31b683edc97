/** Rows that change the same record one after the other, and rows that take too many statements for one transaction. */
import { goesAlone } from './change-rows.commands.ts'
import type { Importer, Judged } from './importer.ts'

const ALONE = 200

const isChange = ({ verdict, existing, patch }: Judged) =>
  verdict === 'update' && existing !== null && Object.keys(patch).length > 0

/** Those of the rows, from the first on, whose changes one transaction has the time for. */
export const inTime = (importer: Importer, judged: readonly Judged[]): readonly Judged[] => {
  const after = judged.filter((one) => isChange(one) && goesAlone(importer, one.patch))[ALONE]
  return after ? judged.slice(0, judged.indexOf(after)) : judged
}

/** In the second round are those that change a record for the second time: what they change in it shows only after the first. */
export const roundsOf = (judged: readonly Judged[]): Judged[][] => {
  const times = new Map<string, number>()
  const rounds: Judged[][] = [[]]
  for (const one of judged) {
    const id = isChange(one) ? (one.existing?.id ?? '') : ''
    const round = id === '' ? 0 : (times.get(id) ?? 0)
    times.set(id, round + 1)
    const among = (rounds[round] ??= [])
    among.push(one)
  }
  return rounds
}

/** A batch of records goes into the trash, one after the other by the command of its noun; and comes back from it. */
import { Refusal } from '../../http/problems.ts'
import { restoreFromTrash } from '../trash/trash.commands.ts'
import type { Batch } from './run.commands.ts'
import { outcomeOf, type Outcome } from './write.commands.ts'

// A command decides before it writes, so that a refusal leaves no trace.
const oneByOne = async (
  rows: Batch['rows'],
  act: (row: Batch['rows'][number]) => Promise<unknown>,
  [done, refused]: readonly [Outcome['outcome'], Outcome['outcome']],
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const row of rows) {
    try {
      await act(row)
      outcomes.push(outcomeOf(row.rowNo, done))
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 503) throw error
      outcomes.push({ ...outcomeOf(row.rowNo, refused, error.code), params: error.params })
    }
  }
  return outcomes
}

export const removeRows = ({ tx, noun, rows }: Batch): Promise<Outcome[]> =>
  oneByOne(rows, ({ recordId, version }) => noun.remove({ ...tx, ifMatch: version }, recordId), ['changed', 'failed'])

export const restoreRows = ({ tx, rows }: Batch): Promise<Outcome[]> =>
  oneByOne(rows, ({ recordId }) => restoreFromTrash(tx, recordId), ['undone', 'kept'])

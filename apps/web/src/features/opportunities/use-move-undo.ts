/** Says that a deal was moved, and offers to take its last move back. */
import { useQueryClient } from '@tanstack/react-query'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { undoMove, type Opportunity } from './opportunities.queries.ts'

export function useMoveUndo(): (moved: Opportunity, text: string) => void {
  const client = useQueryClient()
  const undoable = useUndoToast()
  const refresh = () => client.invalidateQueries({ queryKey: ['opportunities'] })
  return (moved, text) => undoable(text, () => undoMove(moved).then(refresh))
}

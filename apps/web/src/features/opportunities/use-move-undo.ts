/** Says that a deal was moved, and offers to take its last move back. */
import { useQueryClient } from '@tanstack/react-query'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { toast, useUndoToast } from '../../ui/toast.tsx'
import { undoMove, type Opportunity } from './opportunities.queries.ts'

export function useMoveUndo(): (moved: Opportunity, text: string) => void {
  const client = useQueryClient()
  const wordsOf = useProblemText()
  const undoable = useUndoToast()
  const refresh = () => client.invalidateQueries({ queryKey: ['opportunities'] })
  const say = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  return (moved, text) => undoable(text, () => void undoMove(moved).then(refresh, say))
}

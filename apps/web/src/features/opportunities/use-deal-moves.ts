/**
 * What moving a deal means: a plain stage asks the server at once; won and lost are commands of their own; unmet criteria
 * open a dialog that names what is missing and, for who may, asks for a reason. The card moves before the answer comes
 * and goes back when it is refused.
 */
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { onLatest } from '../../lib/on-latest.ts'
import { isProblem } from '../../lib/problem.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { toast } from '../../ui/toast.tsx'
import { withCardMoved } from './board-cache.ts'
import { askLoss, askOverride, type Loss } from './deal-dialogs.ts'
import { loseDeal, moveDeal, winDeal, type Board, type Opportunity } from './opportunities.queries.ts'
import { unmetOf } from './unmet.ts'
import { useMoveUndo } from './use-move-undo.ts'

type Target = { id: string; label: { zh: string; en: string }; phase: string }
type Deal = Pick<Opportunity, 'id' | 'version' | 'name' | 'can'>
/** What a move takes along: the reason that stands in for unmet criteria, or why the deal is lost. */
type Extra = { override?: { reason: string }; loss?: Loss }

const send = (deal: Deal, target: Target, { loss, ...extra }: Extra) => {
  if (target.phase === 'won') return winDeal(deal, extra)
  if (target.phase === 'lost' && loss) return loseDeal(deal, loss)
  return moveDeal(deal, { stageId: target.id, ...extra })
}

/** Shows the move at once and sends it; refused, it is taken back and the refusal thrown. */
function useAttempt(boardKey: QueryKey | undefined) {
  const client = useQueryClient()
  const { t } = useTranslation('opportunities')
  const undoable = useMoveUndo()
  const textOf = useLabel()
  const refresh = () => client.invalidateQueries({ queryKey: ['opportunities'] })
  const wordsOf = (moved: Opportunity, target: Target) =>
    t(($) => $.moved, { name: moved.name, stage: textOf(target.label) })
  return async (deal: Deal, target: Target, extra: Extra = {}): Promise<true> => {
    const before = boardKey && client.getQueryData<Board>(boardKey)
    if (boardKey && before) client.setQueryData<Board>(boardKey, withCardMoved(before, deal.id, target.id))
    try {
      const moved = await send(deal, target, extra)
      undoable(moved, wordsOf(moved, target))
    } catch (error) {
      if (boardKey && before) client.setQueryData(boardKey, before)
      if (isProblem(error) && error.status === 412) await refresh()
      throw error
    }
    await refresh()
    return true
  }
}

/** `boardKey` names the cached board to change at once. Resolves true when the deal moved. */
export function useDealMoves(boardKey?: QueryKey) {
  const wordsOf = useProblemText()
  const attempt = useAttempt(boardKey)
  const start = async (deal: Deal, target: Target): Promise<true | null> => {
    if (target.phase === 'lost')
      return askLoss(
        deal,
        onLatest(deal, (known, loss: Loss) => attempt(known, target, { loss })),
      )
    try {
      return await attempt(deal, target)
    } catch (error) {
      const unmet = unmetOf(error)
      if (!unmet) throw error
      const again = onLatest(deal, (known, reason: string) => attempt(known, target, { override: { reason } }))
      return askOverride({ deal, target, unmet }, again)
    }
  }
  return async (deal: Deal, target: Target): Promise<boolean> => {
    try {
      return (await start(deal, target)) ?? false
    } catch (error) {
      toast(wordsOf(error), { tone: 'problem' })
      return false
    }
  }
}

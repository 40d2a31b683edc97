/**
 * What moving a deal means: a plain stage asks the server at once; won and lost are commands of their own; unmet criteria
 * open a dialog that names what is missing and, for who may, asks for a reason. The card moves before the answer comes
 * and goes back when it is refused.
 */
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
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
type Override = { reason: string }

const send = (deal: Deal, target: Target, override: Override | undefined, loss: Loss | null) => {
  const extra = override ? { override } : {}
  if (target.phase === 'won') return winDeal(deal, extra)
  if (target.phase === 'lost' && loss) return loseDeal(deal, loss)
  return moveDeal(deal, { stageId: target.id, ...extra })
}

/** `boardKey` names the cached board to change at once. Resolves true when the deal moved. */
export function useDealMoves(boardKey?: QueryKey) {
  const client = useQueryClient()
  const { t } = useTranslation('opportunities')
  const undoable = useMoveUndo()
  const textOf = useLabel()
  const wordsOf = useProblemText()

  const refresh = useCallback(() => client.invalidateQueries({ queryKey: ['opportunities'] }), [client])

  const offerUndo = (moved: Opportunity, target: Target) => {
    undoable(
      moved,
      t(($) => $.moved, { name: moved.name, stage: textOf(target.label) }),
    )
  }

  const attempt = async (deal: Deal, target: Target, loss: Loss | null, override?: Override): Promise<boolean> => {
    const before = boardKey && client.getQueryData<Board>(boardKey)
    if (boardKey && before) client.setQueryData<Board>(boardKey, withCardMoved(before, deal.id, target.id))
    try {
      const moved = await send(deal, target, override, loss)
      offerUndo(moved, target)
      await refresh()
      return true
    } catch (error) {
      if (boardKey && before) client.setQueryData(boardKey, before)
      const unmet = unmetOf(error)
      const reason = unmet && !override ? await askOverride({ deal, target, unmet }) : null
      if (reason) return attempt(deal, target, loss, { reason })
      if (!unmet || override) toast(wordsOf(error), { tone: 'problem' })
      if (isProblem(error) && error.status === 412) await refresh()
      return false
    }
  }

  return async (deal: Deal, target: Target): Promise<boolean> => {
    const loss = target.phase === 'lost' ? await askLoss(deal) : null
    if (target.phase === 'lost' && !loss) return false
    return attempt(deal, target, loss)
  }
}

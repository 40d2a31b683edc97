/** The verbs of a deal, as its record offers them: win, lose, reopen, edit, delete. */
import { IconPencil, IconTrash, IconTrophy, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useHandOverAction } from '../../app/hand-over/hand-over.ts'
import { useInTrash } from '../../app/in-trash.ts'
import { paths } from '../../app/paths.ts'
import { onLatest } from '../../lib/on-latest.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { toast } from '../../ui/toast.tsx'
import { deleteDeal, reopenDeal, type Opportunity, type Pipeline } from './opportunities.queries.ts'
import { useDealMoves } from './use-deal-moves.ts'

type Props = { deal: Opportunity; pipeline: Pipeline | undefined; onEdit: () => void }

function useDealVerbs(deal: Opportunity) {
  const { t } = useTranslation('opportunities')
  const client = useQueryClient()
  const navigate = useNavigate()
  const wordsOf = useProblemText()
  const inTrash = useInTrash()
  const refresh = () => client.invalidateQueries({ queryKey: ['opportunities'] })
  const say = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const reopen = async () => {
    const question = { title: t(($) => $.record.reopen), confirm: t(($) => $.record.reopen) }
    const act = onLatest(deal, (known, reason: string) => reopenDeal(known, { reason }).then(refresh))
    await ask({ ...question, reason: { label: t(($) => $.record.reopenReason), required: true }, act })
  }
  const remove = async () => {
    try {
      await deleteDeal(deal)
      void navigate(paths.opportunities)
      inTrash(
        t(($) => $.record.deleted, { name: deal.name }),
        deal,
      )
      await refresh()
    } catch (error) {
      say(error)
    }
  }
  return { reopen, remove }
}

export function DealActions({ deal, pipeline, onEdit }: Props) {
  const { t } = useTranslation('opportunities')
  const { t: common } = useTranslation('common')
  const { reopen, remove } = useDealVerbs(deal)
  const handOver = useHandOverAction('opportunities', deal)
  const move = useDealMoves()
  const end = (phase: 'won' | 'lost') => {
    const stage = pipeline?.stages?.find((one) => one.phase === phase)
    if (stage) void move(deal, stage)
  }
  return (
    <>
      {deal.can.edit && (
        <Button icon={IconPencil} onClick={onEdit}>
          {common(($) => $.action.edit)}
        </Button>
      )}
      {deal.can.reopen && <Button onClick={() => void reopen()}>{t(($) => $.record.reopen)}</Button>}
      {deal.can.close && (
        <>
          <Button onClick={() => end('lost')}>{t(($) => $.record.lose)}</Button>
          <Button tone="primary" icon={IconTrophy} onClick={() => end('won')}>
            {t(($) => $.record.win)}
          </Button>
        </>
      )}
      {handOver.isOffered && <IconButton icon={IconUserShare} label={handOver.label} onClick={handOver.run} />}
      {deal.can.delete && (
        <IconButton icon={IconTrash} label={common(($) => $.action.delete)} onClick={() => void remove()} />
      )}
    </>
  )
}

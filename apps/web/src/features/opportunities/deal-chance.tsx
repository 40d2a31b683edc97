/** The chance of a deal: its stage's, or one set by hand, which can be given up again. */
import { useTranslation } from 'react-i18next'
import { moveComma } from '../../lib/move-comma.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { useUpdateOpportunity, type Opportunity, type Pipeline } from './opportunities.queries.ts'
import styles from './deal-parts.module.css'

type Props = { deal: Opportunity; pipeline: Pipeline | undefined }

export function DealChance({ deal, pipeline }: Props) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const digits = moveComma(deal.probability, 2).includes('.') ? 1 : 0
  return (
    <>
      {format.percent(deal.probability, digits)} {deal.probabilityManual && <Chip>{t(($) => $.record.manual)}</Chip>}
      {deal.probabilityManual && deal.can.move && <Follow deal={deal} pipeline={pipeline} />}
    </>
  )
}

function Follow({ deal, pipeline }: Props) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const wordsOf = useProblemText()
  const undoable = useUndoToast()
  const update = useUpdateOpportunity()
  const stage = pipeline?.stages?.find(({ id }) => id === deal.stageId)
  if (!stage) return null
  const say = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const follow = async () => {
    const { probability } = deal
    const followed = await update.mutateAsync({ deal, body: { resetProbability: true } })
    undoable(
      t(($) => $.chance.followed),
      () => update.mutateAsync({ deal: followed, body: { probability } }),
    )
  }
  return (
    <button
      type="button"
      className={styles.follow}
      disabled={update.isPending}
      onClick={() => void follow().catch(say)}
    >
      {t(($) => $.chance.follow, { chance: format.percent(stage.probability, 0) })}
    </button>
  )
}

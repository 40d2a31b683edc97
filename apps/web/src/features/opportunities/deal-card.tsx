/** A deal on the board: name, customer, amount, expected close, next step, days in the stage, owner. */
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Avatar } from '../../ui/marks/avatar.tsx'
import { DealNextStep } from './deal-next-step.tsx'
import { DealTier } from './deal-tier.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import styles from './opportunities.module.css'

export function DealCard({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const textOf = useLabel()
  const { user } = useMe()
  const owner = deal.owner ? textOf(deal.owner.label) : ''
  return (
    <>
      <span className={styles.head}>
        <strong className={styles.name}>{deal.name}</strong>
        <DealTier deal={deal} />
      </span>
      <span className={styles.customer}>{deal.customer ? textOf(deal.customer.label) : t(($) => $.noCustomer)}</span>
      <span className={styles.line}>
        <b className={styles.amount} data-figure>
          {deal.amount !== undefined && format.money(deal.amount, deal.currency, 'compact')}
        </b>
        {deal.expectedCloseAt && <span data-figure>{format.shortDate(deal.expectedCloseAt)}</span>}
      </span>
      <span className={styles.line}>
        <DealNextStep deal={deal} />
        <span className={styles.days} data-rotting={deal.rotting || undefined} data-figure>
          {deal.daysInStage !== undefined &&
            (deal.rotting
              ? t(($) => $.stayed, { count: deal.daysInStage })
              : t(($) => $.days, { count: deal.daysInStage }))}
          {owner && <Avatar name={owner} me={deal.ownerId === user.id} />}
        </span>
      </span>
    </>
  )
}

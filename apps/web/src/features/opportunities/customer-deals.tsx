/** The deals of a customer beside its other sections: the open ones in full, the closed ones in a line. */
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useClear } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { Section } from '../../ui/section.tsx'
import { Pending } from '../../ui/pending.tsx'
import styles from './customer-deals.module.css'
import { dealsOf, type Opportunity } from './opportunities.queries.ts'

function Deal({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const textOf = useLabel()
  const isOpen = isOpenPhase(deal.phase)
  return (
    <li className={styles.deal} data-closed={!isOpen || undefined}>
      <div className={styles.line}>
        <Link to={recordPath('opportunities', deal.id)} className={styles.name}>
          {deal.name}
        </Link>
        <b data-figure>{format.money(deal.amount, deal.currency, 'compact')}</b>
      </div>
      <p className={styles.about}>
        {deal.stage && textOf(deal.stage.label)}
        {isOpen && deal.rotting && <Chip tone="warn">{t(($) => $.stayed, { count: deal.daysInStage })}</Chip>}
        {isOpen && deal.expectedCloseAt && ` · ${format.shortDate(deal.expectedCloseAt)}`}
        {!isOpen && deal.closedAt && ` · ${format.shortDateTime(deal.closedAt)}`}
      </p>
    </li>
  )
}

export function CustomerDeals({ customerId }: { customerId: string }) {
  const { t } = useTranslation('opportunities')
  const query = useQuery(dealsOf(customerId, useClear('opportunities')))
  const { data } = query
  const deals = data?.items ?? []
  const open = deals.filter((deal) => isOpenPhase(deal.phase))
  const closed = deals.filter((deal) => !isOpenPhase(deal.phase))
  return (
    <Section bare title={t(($) => $.title)} aside={deals.length > 0 && deals.length}>
      <Pending of={query} rows={2} />
      {data && deals.length === 0 && <p className={styles.about}>{t(($) => $.noneHere)}</p>}
      <ul className={styles.deals}>
        {[...open, ...closed].map((deal) => (
          <Deal key={deal.id} deal={deal} />
        ))}
      </ul>
    </Section>
  )
}

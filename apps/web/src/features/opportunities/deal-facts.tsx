/** The facts of a deal in the left column. */
import { opportunityFields as fields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { Section } from '../../ui/section.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import styles from './opportunity-page.module.css'

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children || '–'}</dd>
    </div>
  )
}

export function DealFacts({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const textOf = useLabel()
  const name = (key: keyof typeof fields) => textOf(fields[key].label)
  const ref = (value: Opportunity['owner']) => value && textOf(value.label)
  const { customer } = deal
  return (
    <Section bare title={t(($) => $.record.facts)}>
      <dl className={styles.facts}>
        <Fact label={name('customerId')}>
          {customer && <Link to={recordPath('customers', customer.id)}>{textOf(customer.label)}</Link>}
        </Fact>
        <Fact label={name('ownerId')}>{deal.owner && <Person name={textOf(deal.owner.label)} />}</Fact>
        <Fact label={name('expectedCloseAt')}>
          {deal.expectedCloseAt && format.date(deal.expectedCloseAt)}
          {deal.pushCount > 0 && <em>{t(($) => $.record.pushed, { count: deal.pushCount, days: deal.pushedDays })}</em>}
        </Fact>
        <Fact label={name('probability')}>
          {format.percent(deal.probability, 0)} {deal.probabilityManual && <Chip>{t(($) => $.record.manual)}</Chip>}
        </Fact>
        <Fact label={name('pipelineId')}>{ref(deal.pipeline)}</Fact>
        <Fact label={name('sourceId')}>{ref(deal.source)}</Fact>
        <Fact label={name('startedAt')}>{deal.startedAt && format.date(deal.startedAt)}</Fact>
        <Fact label={name('closedAt')}>{deal.closedAt && format.dateTime(deal.closedAt)}</Fact>
        {deal.phase === 'lost' && <Fact label={name('reasonId')}>{ref(deal.reason)}</Fact>}
        <Fact label={name('need')}>{deal.need}</Fact>
      </dl>
    </Section>
  )
}

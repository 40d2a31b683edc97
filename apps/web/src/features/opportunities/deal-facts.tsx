/** The facts of a deal in the left column; each is changed where it stands, the pipeline in a panel. */
import { opportunityFields as fields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useReadable } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import { Fact, FactGroup, type FactEdit } from '../../ui/facts.tsx'
import { Person } from '../../ui/marks/avatar.tsx'
import { DealChance } from './deal-chance.tsx'
import { useDealEdits } from './deal-edits.ts'
import { pipelinesQuery, type Opportunity, type Pipeline } from './opportunities.queries.ts'
import styles from './deal-parts.module.css'

const PipelineChange = lazy(() => import('./pipeline-change.tsx'))

type Name = keyof typeof fields & keyof Opportunity
type Props = { deal: Opportunity; pipeline: Pipeline | undefined }

function PipelineName({ deal }: Pick<Props, 'deal'>) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const [changing, setChanging] = useState(false)
  const { data } = useQuery({ ...pipelinesQuery, enabled: deal.can.move })
  const hasOther = data?.items.some(({ id, publishedVersion }) => id !== deal.pipelineId && publishedVersion > 0)
  return (
    <div className={styles.withTool}>
      <span>{deal.pipeline && textOf(deal.pipeline.label)}</span>
      {deal.can.move && hasOther && (
        <IconButton small icon={IconArrowsExchange} label={t(($) => $.change.open)} onClick={() => setChanging(true)} />
      )}
      <Suspense>{changing && <PipelineChange deal={deal} onClose={() => setChanging(false)} />}</Suspense>
    </div>
  )
}

/** When the deal is expected, and how often that was put off. */
function Close({ deal }: Pick<Props, 'deal'>) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  if (!deal.expectedCloseAt) return null
  return (
    <>
      {format.date(deal.expectedCloseAt)}
      {deal.pushCount > 0 && (
        <em className={styles.aside}>
          {t(($) => $.record.pushed, { count: deal.pushCount, days: t(($) => $.days, { count: deal.pushedDays }) })}
        </em>
      )}
    </>
  )
}

export function DealFacts({ deal, pipeline }: Props) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const textOf = useLabel()
  const readable = useReadable('opportunities', fields)
  const editOf = useDealEdits(deal)
  const isOpen = deal.phase !== 'won' && deal.phase !== 'lost'
  const fact = (name: Name, shown: ReactNode, edit?: FactEdit) =>
    name in readable && (
      <Fact label={fields[name].label} edit={edit}>
        {shown}
      </Fact>
    )
  const ref = (value: Opportunity['owner']) => value && textOf(value.label)
  const customer = deal.customer && (
    <Link to={recordPath('customers', deal.customer.id)}>{textOf(deal.customer.label)}</Link>
  )
  return (
    <FactGroup title={t(($) => $.record.facts)}>
      {fact('customerId', customer, editOf('customerId', true))}
      {fact('ownerId', deal.owner && <Person name={textOf(deal.owner.label)} />)}
      {fact('expectedCloseAt', deal.expectedCloseAt && <Close deal={deal} />, editOf('expectedCloseAt'))}
      {fact(
        'probability',
        <DealChance deal={deal} pipeline={pipeline} />,
        isOpen ? editOf('probability', deal.probabilityManual) : undefined,
      )}
      {fact('pipelineId', <PipelineName deal={deal} />)}
      {fact('sourceId', ref(deal.source), editOf('sourceId'))}
      {fact('startedAt', deal.startedAt && format.date(deal.startedAt))}
      {deal.closedAt && fact('closedAt', format.dateTime(deal.closedAt))}
      {deal.phase === 'lost' && fact('reasonId', ref(deal.reason))}
      {deal.phase === 'lost' && deal.reasonNote && fact('reasonNote', deal.reasonNote)}
      {fact('need', deal.need, editOf('need'))}
    </FactGroup>
  )
}

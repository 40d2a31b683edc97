/** One deal: its path on top, facts left, what it needs and what happened in the middle, products and people right. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Page } from '../../ui/page.tsx'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { DealActions } from './deal-actions.tsx'
import { DealFacts } from './deal-facts.tsx'
import { DealHistory } from './deal-history.tsx'
import { DealNextStep } from './deal-next-step.tsx'
import { DealParts } from './deal-parts.tsx'
import { DealQuestion } from './deal-question.tsx'
import { opportunityQuery, pipelineQuery, type Opportunity } from './opportunities.queries.ts'
import styles from './opportunity-page.module.css'
import { StagePath, StageStay } from './stage-path.tsx'
import { useDealMoves } from './use-deal-moves.ts'

const OpportunityEdit = lazy(() => import('./opportunity-edit.tsx'))

function Deal({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const { data: pipeline } = useQuery(pipelineQuery(deal.pipelineId))
  const [editing, setEditing] = useState(false)
  const move = useDealMoves()
  const stages = pipeline?.stages ?? []
  return (
    <Page>
      <Crumbs above={[{ label: t(($) => $.title), to: paths.opportunities }]} here={deal.name} />
      <PageHead
        title={deal.name}
        summary={
          <>
            <b>{format.money(deal.amount, deal.currency, 'compact')}</b> · {deal.number} · <DealNextStep deal={deal} />
          </>
        }
        actions={<DealActions deal={deal} pipeline={pipeline} onEdit={() => setEditing(true)} />}
      />
      <StagePath deal={deal} stages={stages} onMove={(stage) => void move(deal, stage)} />
      <div className={styles.stay}>
        <StageStay deal={deal} stages={stages} />
      </div>
      <div className={styles.columns}>
        <div className={styles.left}>
          <DealFacts deal={deal} />
        </div>
        <div className={styles.middle}>
          <CriteriaList deal={deal} />
          <DealHistory id={deal.id} />
        </div>
        <div className={styles.right}>
          <DealParts deal={deal} />
        </div>
      </div>
      <Suspense>{editing && <OpportunityEdit deal={deal} onClose={() => setEditing(false)} />}</Suspense>
      <DealQuestion />
    </Page>
  )
}

export default function OpportunityPage() {
  const { id = '' } = useParams()
  const query = useQuery(opportunityQuery(id))
  if (query.isPending) return <Waiting />
  if (query.isError) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  return <Deal deal={query.data} />
}

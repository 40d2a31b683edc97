/** One deal: its path on top, facts left, what it needs and what happened in the middle, next step, products, people right. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { NextSteps } from '../../features/activities/next-steps.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pending } from '../../ui/pending.tsx'
import { RecordColumns } from '../../ui/record-columns.tsx'
import { CriteriaList } from '../../features/opportunities/criteria-list.tsx'
import { DealActions } from '../../features/opportunities/deal-actions.tsx'
import { DealFacts } from '../../features/opportunities/deal-facts.tsx'
import { DealHistory } from '../../features/opportunities/deal-history.tsx'
import { DealNextStep } from '../../features/opportunities/deal-next-step.tsx'
import { DealParts } from '../../features/opportunities/deal-parts.tsx'
import { DealQuestion } from '../../features/opportunities/deal-question.tsx'
import {
  opportunityQuery,
  pipelineQuery,
  type Opportunity,
  type Pipeline,
} from '../../features/opportunities/opportunities.queries.ts'
import { StagePath, StageStay } from '../../features/opportunities/stage-path.tsx'
import { useDealMoves } from '../../features/opportunities/use-deal-moves.ts'
import { useVisit } from '../palette/visits.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session.ts'
import { RecordWalk } from '../record-walk.tsx'
import { RecordStory } from './record-story.tsx'
import { ComposerOf } from './composer-of.tsx'
import { FilesOf } from './files-of.tsx'
import { SharedWith } from './shared-with.tsx'

const OpportunityEdit = lazy(() => import('../../features/opportunities/opportunity-edit.tsx'))

function Main({ deal }: { deal: Opportunity }) {
  const textOf = useLabel()
  const people = deal.contacts?.map(({ contactId, contact }) => ({ value: contactId, label: textOf(contact.label) }))
  return (
    <>
      <CriteriaList deal={deal} />
      <ComposerOf about={{ opportunityId: deal.id }} people={people} />
      <RecordStory subject={{ noun: 'opportunities', id: deal.id }} />
    </>
  )
}

function Side({ deal }: { deal: Opportunity }) {
  const mayRead = useMay()('activities.read')
  return (
    <>
      {mayRead && <NextSteps about={{ opportunityId: deal.id }} />}
      <DealParts deal={deal} />
      <FilesOf type="opportunity" id={deal.id} />
      <SharedWith noun="opportunities" record={deal} />
      <DealHistory id={deal.id} />
    </>
  )
}

function Head({ deal, pipeline, onEdit }: { deal: Opportunity; pipeline: Pipeline | undefined; onEdit: () => void }) {
  const format = useFormat()
  return (
    <PageHead
      title={deal.name}
      summary={
        <>
          {deal.amount !== undefined && <b>{format.money(deal.amount, deal.currency, 'compact')}</b>}
          <span>{deal.number}</span>
          <DealNextStep deal={deal} />
        </>
      }
      actions={<DealActions deal={deal} pipeline={pipeline} onEdit={onEdit} />}
    />
  )
}

function Deal({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const asked = useQuery(pipelineQuery(deal.pipelineId))
  const pipeline = asked.data
  useVisit(deal)
  const [editing, setEditing] = useState(false)
  const move = useDealMoves()
  const stages = pipeline?.stages ?? []
  return (
    <>
      <Crumbs above={[{ label: t(($) => $.title), to: paths.opportunities }]} here={deal.name}>
        <RecordWalk noun="opportunities" id={deal.id} />
      </Crumbs>
      <RecordColumns
        head={
          <>
            <Head deal={deal} pipeline={pipeline} onEdit={() => setEditing(true)} />
            {asked.isError && <Pending of={asked} inline />}
            <StagePath deal={deal} stages={stages} onMove={(stage) => void move(deal, stage)} />
            <StageStay deal={deal} stages={stages} />
          </>
        }
        facts={<DealFacts deal={deal} pipeline={pipeline} />}
        main={<Main deal={deal} />}
        side={<Side deal={deal} />}
      />
      <Suspense>{editing && <OpportunityEdit deal={deal} onClose={() => setEditing(false)} />}</Suspense>
      <DealQuestion />
    </>
  )
}

export default function OpportunityPage() {
  const { id = '' } = useParams()
  const { data: deal } = useSuspenseQuery(opportunityQuery(id))
  return <Deal key={id} deal={deal} />
}

/** The deals behind one figure of the funnel, and how many and what they are, so that the figure can be checked. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconTarget } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { paths, recordPath } from '../../app/paths.ts'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { RecordList } from '../../ui/record-list.tsx'
import { useOpportunityColumns } from '../opportunities/opportunity-columns.tsx'
import { funnelDealsQuery, funnelQuery, type FunnelDeals } from './reports.queries.ts'

const asTheyCome: ListState = { filter: undefined, sort: [], search: '', group: null, columns: null }
const outcomes = ['forward', 'back', 'lost', 'left', 'open'] as const

const ofAddress = (params: URLSearchParams): FunnelDeals => {
  const pick = (name: 'outcome' | 'from' | 'to') => {
    const value = params.get(name)
    return value ? { [name]: value } : {}
  }
  const [pipelineId, stageId] = [params.get('pipelineId') ?? '', params.get('stageId') ?? '']
  return { pipelineId, stageId, ...pick('outcome'), ...pick('from'), ...pick('to') }
}

/** “Proposal: went on”; the stage is known from the report the figure stood in. */
function useTitle({ stageId, outcome, ...window }: FunnelDeals): string {
  const { t } = useTranslation('reports')
  const textOf = useLabel()
  const { data } = useQuery(funnelQuery(window))
  const label = data?.stages.find((stage) => stage.stageId === stageId)?.label
  const which = outcomes.find((one) => one === outcome)
  const what = which ? t(($) => $.funnelDeals[which]) : t(($) => $.funnelDeals.entered)
  return label ? t(($) => $.funnelDeals.title, { stage: textOf(label), what }) : what
}

function Deals({ of }: { of: FunnelDeals }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const title = useTitle(of)
  const query = useInfiniteQuery(funnelDealsQuery(of))
  const columns = useOpportunityColumns().map((column) => ({ ...column, sortable: false }))
  const { total, enteredValue, currency = '' } = query.data?.pages[0] ?? {}
  const days = of.from && of.to ? `${format.date(of.from)} – ${format.date(of.to)}` : t(($) => $.periods.all)
  const worth =
    typeof enteredValue === 'string'
      ? t(($) => $.funnelDeals.worth, { amount: format.money(enteredValue, currency, 'compact') })
      : ''
  const shown = total && t(($) => $.funnelDeals.summary, { count: total.value, shown: format.number(total.value) })
  return (
    <FullPage>
      <Crumbs above={[{ label: t(($) => $.title), to: paths.analytics }]} here={title} />
      <PageHead title={title} summary={[shown, worth, days].filter(Boolean).join(' · ')} />
      <RecordList
        label={title}
        query={query}
        columns={columns}
        state={asTheyCome}
        onChange={() => undefined}
        nameOf={(deal) => deal.name}
        hrefOf={(deal) => recordPath('opportunities', deal.id)}
        empty={
          <EmptyState icon={IconTarget} title={t(($) => $.funnelDeals.none)}>
            {days}
          </EmptyState>
        }
        peekAs="opportunity"
      />
    </FullPage>
  )
}

/** An address that names no figure leads to where they stand. */
export default function FunnelDealsPage() {
  const [params] = useSearchParams()
  const of = ofAddress(params)
  return of.pipelineId && of.stageId ? <Deals of={of} /> : <Navigate to={paths.analytics} replace />
}

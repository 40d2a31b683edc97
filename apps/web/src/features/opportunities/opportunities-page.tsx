/** Opportunities as board or table, over one filter that lives in the address. */
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { useQuery } from '@tanstack/react-query'
import { IconColumns3, IconPlus, IconTable } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ImportLink } from '../../app/import-link.tsx'
import { useMay } from '../../app/session.ts'
import { useOpenCreation } from '../../app/use-creation.ts'
import { useListState } from '../../lib/list-state.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { Button } from '../../ui/button.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { DealQuestion } from './deal-question.tsx'
import { useOpportunityColumns } from './opportunity-columns.tsx'
import { OpportunitySummary } from './opportunity-summary.tsx'
import { OpportunityTable } from './opportunity-table.tsx'
import { PipelinePicker } from './pipeline-picker.tsx'
import { TooLong } from './too-long.tsx'
import { pipelinesQuery } from './opportunities.queries.ts'

// Dragging weighs as much as the rest of the page, and the table does without it.
const OpportunityBoard = lazy(async () => ({ default: (await import('./opportunity-board.tsx')).OpportunityBoard }))

type Layout = 'board' | 'table'

/** Layout and pipeline are part of the address; the default pipeline is shown unless another was chosen. */
function useView() {
  const [params, setParams] = useSearchParams()
  const { data } = useQuery(pipelinesQuery)
  const pipelines = data?.items ?? []
  const layout: Layout = params.get('layout') === 'table' ? 'table' : 'board'
  const chosen = params.get('pipeline')
  const pipeline =
    pipelines.find(({ id }) => id === chosen) ?? pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0]
  const set = (name: string, value: string) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      next.set(name, value)
      return next
    })
  return {
    layout,
    pipelines,
    pipeline,
    setLayout: (value: Layout) => set('layout', value),
    setPipeline: (id: string) => set('pipeline', id),
  }
}

function LayoutSwitch({ value, onChange }: { value: Layout; onChange: (value: Layout) => void }) {
  const { t } = useTranslation('opportunities')
  const options = [
    { value: 'board' as const, label: t(($) => $.board), icon: IconColumns3 },
    { value: 'table' as const, label: t(($) => $.table), icon: IconTable },
  ]
  return <Segmented label={t(($) => $.layout)} value={value} options={options} onChange={onChange} />
}

function Create() {
  const { t } = useTranslation('opportunities')
  const open = useOpenCreation()
  const phone = useIsPhone()
  if (!useMay()('opportunities.create') || phone) return null
  return (
    <Button tone="primary" icon={IconPlus} onClick={() => open('opportunities')}>
      {t(($) => $.create)}
    </Button>
  )
}

export default function OpportunitiesPage() {
  const { t } = useTranslation('opportunities')
  const view = useView()
  const [state, change] = useListState({
    sort: [{ field: view.layout === 'board' ? 'baseAmount' : 'updatedAt', descending: true }],
  })
  const columns = useOpportunityColumns()
  const { layout, pipeline } = view
  const isBoard = layout === 'board'
  return (
    <FullPage>
      <PageHead
        title={t(($) => $.title)}
        summary={
          <>
            {isBoard && pipeline && (
              <PipelinePicker of={view.pipelines} value={pipeline.id} onChange={view.setPipeline} />
            )}
            <OpportunitySummary layout={layout} pipelineId={pipeline?.id} state={state} />
          </>
        }
        actions={
          <>
            <LayoutSwitch value={layout} onChange={view.setLayout} />
            <ImportLink entity="opportunities" />
            <Create />
          </>
        }
      />
      <ListBar fields={opportunityFields} columns={columns} state={state} onChange={change} asCards={isBoard}>
        <TooLong within={isBoard ? pipeline?.id : undefined} state={state} onChange={change} />
      </ListBar>
      {layout === 'table' && <OpportunityTable columns={columns} state={state} onChange={change} />}
      <Suspense>{isBoard && pipeline && <OpportunityBoard pipelineId={pipeline.id} state={state} />}</Suspense>
      <DealQuestion />
    </FullPage>
  )
}

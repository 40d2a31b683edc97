/** Opportunities as board or table, over one filter that lives in the address. */
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { IconColumns3, IconPlus, IconTable } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { DeletedCount } from '../../app/deleted-count.tsx'
import { ImportLink } from '../../app/import-link.tsx'
import { useMay, useReadable } from '../../app/session.ts'
import { useOpenCreation } from '../../app/use-creation.ts'
import { flatConditions, joinFilters, usualSort, type ListState } from '../../lib/list-state.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { useBulkSelection } from '../bulk/use-bulk-selection.ts'
import { ExportTool } from '../exports/export-tool.tsx'
import { Unavailable } from '../saved-views/unavailable.tsx'
import { useSavedList } from '../saved-views/use-saved-list.ts'
import { ViewTabs } from '../saved-views/view-tabs.tsx'
import { DealQuestion } from './deal-question.tsx'
import { useOpportunityColumns } from './opportunity-columns.tsx'
import { OpportunitySummary } from './opportunity-summary.tsx'
import { OpportunityTable } from './opportunity-table.tsx'
import { PipelinePicker } from './pipeline-picker.tsx'
import { TooLong } from './too-long.tsx'
import { layoutIn, useDealPlace, type DealLayout } from './use-deal-place.ts'
import type { SavedView } from '../saved-views/saved-views.queries.ts'

// Dragging weighs as much as the rest of the page, and the table does without it.
const OpportunityBoard = lazy(async () => ({ default: (await import('./opportunity-board.tsx')).OpportunityBoard }))

function LayoutSwitch({ value, onChange }: { value: DealLayout; onChange: (value: DealLayout) => void }) {
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

type HeadProps = { place: ReturnType<typeof useDealPlace>; state: ListState }

// The cards of a board are those of its pipeline.
const exported = ({ layout, pipeline }: HeadProps['place'], state: ListState): ListState => {
  if (layout !== 'board' || !pipeline) return state
  const within: Filter = { field: 'pipelineId', op: 'eq', value: pipeline.id }
  return { ...state, filter: joinFilters([...flatConditions(state.filter), within]) }
}

function Head<R>({ place, state, columns }: HeadProps & { columns: GridColumn<R>[] }) {
  const { t } = useTranslation('opportunities')
  const { layout, pipeline } = place
  return (
    <PageHead
      title={t(($) => $.title)}
      summaryBelow
      summary={
        <>
          {layout === 'board' && pipeline && (
            <PipelinePicker of={place.pipelines} value={pipeline.id} onChange={place.setPipeline} />
          )}
          <OpportunitySummary layout={layout} pipelineId={pipeline?.id} state={state} />
          <DeletedCount of="opportunities" />
        </>
      }
      actions={
        <>
          <LayoutSwitch value={layout} onChange={place.setLayout} />
          <ImportLink entity="opportunities" />
          <ExportTool entity="opportunities" state={exported(place, state)} columns={columns} />
          <Create />
        </>
      }
    />
  )
}

function BoardHidden({ onTable }: { onTable: () => void }) {
  const { t } = useTranslation('opportunities')
  return (
    <EmptyState
      icon={IconColumns3}
      title={t(($) => $.boardHidden.title)}
      actions={<Button onClick={onTable}>{t(($) => $.boardHidden.table)}</Button>}
    >
      {t(($) => $.boardHidden.text)}
    </EmptyState>
  )
}

function BoardOf({ place, state, ready }: HeadProps & { ready: boolean }) {
  const { pipeline, query } = place
  if (place.isHidden) return <BoardHidden onTable={() => place.setLayout('table')} />
  if (!query.data) return <Pending of={query} />
  if (!ready) return <Waiting />
  return (
    <Suspense fallback={<Waiting />}>
      {pipeline && <OpportunityBoard pipelineId={pipeline.id} state={state} />}
    </Suspense>
  )
}

// A board's cards stand by what they are worth, a table's rows by what happened last.
const usual = (params: URLSearchParams, readable: Fields) => (view?: SavedView) => ({
  sort: usualSort(readable, layoutIn(params, view) === 'board' ? 'baseAmount' : 'updatedAt'),
})

export default function OpportunitiesPage() {
  const { t } = useTranslation('opportunities')
  const [params] = useSearchParams()
  const readable = useReadable('opportunities', opportunityFields)
  const { views, state, change } = useSavedList('opportunities', usual(params, readable))
  const place = useDealPlace(views.view)
  const columns = useOpportunityColumns().filter(({ id }) => id in readable)
  const selection = useBulkSelection('opportunities', state)
  const { layout, pipeline } = place
  const isBoard = layout === 'board'
  return (
    <FullPage>
      <Head place={place} state={state} columns={columns} />
      <ViewTabs
        of={views}
        state={state}
        title={t(($) => $.title)}
        place={layout === 'board' ? { layout, group: pipeline?.id ?? null } : { layout }}
        // A board shows what of a view stands in one pipeline, which no tab counts.
        isListThere={views.ready && !isBoard}
      />
      <ListBar
        fields={readable}
        groupable
        columns={columns}
        state={state}
        onChange={change}
        asCards={isBoard}
        lead={<Unavailable in={views.view} />}
        selection={selection}
      >
        <TooLong within={isBoard ? pipeline?.id : undefined} state={state} onChange={change} />
      </ListBar>
      {layout === 'table' && (
        <OpportunityTable {...{ columns, state, selection, readable }} onChange={change} ready={views.ready} />
      )}
      {isBoard && <BoardOf place={place} state={state} ready={views.ready} />}
      <DealQuestion />
    </FullPage>
  )
}

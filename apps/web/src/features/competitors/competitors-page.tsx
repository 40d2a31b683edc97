/** Whom the company meets in deals: the list, and the panel that changes one. */
import { competitorFields } from '@rapport/domain/features/competitors/competitors.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus, IconSwords } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { useListState } from '../../lib/list-state.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { rowsOf } from '../../ui/list-query.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { Total } from '../../ui/total.tsx'
import { useCompetitorColumns } from './competitor-columns.tsx'
import { competitorsList } from './competitors.queries.ts'

const CompetitorPanel = lazy(() => import('./competitor-form.tsx'))

function Create({ filled = false, onCreate }: { filled?: boolean; onCreate: () => void }) {
  const { t } = useTranslation('competitors')
  if (!useMay()('competitors.create')) return null
  return (
    <Button tone={filled ? 'primary' : 'plain'} icon={IconPlus} onClick={onCreate}>
      {t(($) => $.create)}
    </Button>
  )
}

export default function CompetitorsPage() {
  const { t } = useTranslation('competitors')
  const [state, change] = useListState({ sort: [{ field: 'name', descending: false }] })
  const query = useInfiniteQuery(competitorsList(state))
  const columns = useCompetitorColumns()
  const { edited, edit, close } = useEdited()
  const create = () => edit(NEW)
  const empty = (
    <EmptyState icon={IconSwords} title={t(($) => $.emptyTitle)} actions={<Create onCreate={create} />}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
  return (
    <FullPage>
      <PageHead
        title={t(($) => $.title)}
        summary={<Total of={query} />}
        actions={<Create filled onCreate={create} />}
      />
      <ListBar fields={competitorFields} columns={columns} state={state} onChange={change} />
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(competitor) => competitor.name}
        onOpen={(competitor) => edit(competitor.id)}
        empty={empty}
      />
      <Suspense>
        {edited && <CompetitorPanel competitor={rowsOf(query).find(({ id }) => id === edited)} onClose={close} />}
      </Suspense>
    </FullPage>
  )
}

/** The registry of ways in: every customer has exactly one first source. */
import { sourceFields } from '@rapport/domain/features/sources/sources.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { useListState } from '../../lib/list-state.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { rowsOf } from '../../ui/list-query.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { Total } from '../../ui/total.tsx'
import { useSourceColumns } from './source-columns.tsx'
import { sourcesList } from './sources.queries.ts'

const SourcePanel = lazy(() => import('./source-form.tsx'))

function Create({ filled = false, onCreate }: { filled?: boolean; onCreate: () => void }) {
  const { t } = useTranslation('sources')
  if (!useMay()('sources.create')) return null
  return (
    <Button tone={filled ? 'primary' : 'plain'} icon={IconPlus} onClick={onCreate}>
      {t(($) => $.create)}
    </Button>
  )
}

export default function SourcesPage() {
  const { t } = useTranslation('sources')
  const textOf = useLabel()
  const [state, change] = useListState({ sort: [{ field: 'label', descending: false }] })
  const query = useInfiniteQuery(sourcesList(state))
  const columns = useSourceColumns()
  const { edited, edit, close } = useEdited()
  const create = () => edit(NEW)
  const empty = (
    <EmptyState icon={IconRoute} title={t(($) => $.emptyTitle)} actions={<Create onCreate={create} />}>
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
      <ListBar fields={sourceFields} columns={columns} state={state} onChange={change} />
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(source) => textOf(source.label)}
        onOpen={(source) => edit(source.id)}
        empty={empty}
      />
      <Suspense>
        {edited && <SourcePanel source={rowsOf(query).find(({ id }) => id === edited)} onClose={close} />}
      </Suspense>
    </FullPage>
  )
}

/** The list of sample things, with the panel that creates and changes one. */
import { sampleThingFields } from '@rapport/domain/features/sample-things/sample-things.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconList, IconPlus } from '@tabler/icons-react'
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
import { useSampleThingColumns } from './sample-thing-columns.tsx'
import { sampleThingsList } from './sample-things.queries.ts'

const SampleThingPanel = lazy(() => import('./sample-thing-form.tsx'))

function Create({ filled = false, onCreate }: { filled?: boolean; onCreate: () => void }) {
  const { t } = useTranslation('sample-things')
  if (!useMay()('sample-things.create')) return null
  return (
    <Button tone={filled ? 'primary' : 'plain'} icon={IconPlus} onClick={onCreate}>
      {t(($) => $.create)}
    </Button>
  )
}

export default function SampleThingsPage() {
  const { t } = useTranslation('sample-things')
  const [state, change] = useListState({ sort: [{ field: 'name', descending: false }] })
  const query = useInfiniteQuery(sampleThingsList(state))
  const columns = useSampleThingColumns()
  const { edited, edit, close } = useEdited()
  const create = () => edit(NEW)
  const empty = (
    <EmptyState icon={IconList} title={t(($) => $.emptyTitle)} actions={<Create onCreate={create} />}>
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
      <ListBar fields={sampleThingFields} columns={columns} state={state} onChange={change} />
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(sampleThing) => sampleThing.name}
        onOpen={(sampleThing) => edit(sampleThing.id)}
        empty={empty}
      />
      <Suspense>
        {edited && <SampleThingPanel sampleThing={rowsOf(query).find(({ id }) => id === edited)} onClose={close} />}
      </Suspense>
    </FullPage>
  )
}

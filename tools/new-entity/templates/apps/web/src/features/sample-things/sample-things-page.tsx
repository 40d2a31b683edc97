/** The list of sample things, with the panel that creates and changes one. */
import { sampleThingFields } from '@rapport/domain/features/sample-things/sample-things.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconList } from '@tabler/icons-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../../app/create-button.tsx'
import { useListState } from '../../lib/list-state.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListPage } from '../../ui/list-page.tsx'
import { rowOf } from '../../ui/list-query.ts'
import { useSampleThingColumns } from './sample-thing-columns.tsx'
import { sampleThingsList } from './sample-things.queries.ts'

const SampleThingPanel = lazy(() => import('./sample-thing-form.tsx'))

export default function SampleThingsPage() {
  const { t } = useTranslation('sample-things')
  const [state, change] = useListState({ sort: [{ field: 'name', descending: false }] })
  const query = useInfiniteQuery(sampleThingsList(state))
  const { edited, edit, close } = useEdited()
  const create = (filled: boolean) => (
    <CreateButton permission="sample-things.create" filled={filled} onCreate={() => edit(NEW)}>
      {t(($) => $.create)}
    </CreateButton>
  )
  const empty = (
    <EmptyState icon={IconList} title={t(($) => $.emptyTitle)} actions={create(false)}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
  return (
    <ListPage
      title={t(($) => $.title)}
      actions={create(true)}
      fields={sampleThingFields}
      columns={useSampleThingColumns()}
      query={query}
      state={state}
      onChange={change}
      nameOf={(sampleThing) => sampleThing.name}
      onOpen={(sampleThing) => edit(sampleThing.id)}
      empty={empty}
    >
      {edited && <SampleThingPanel key={edited} id={edited} known={rowOf(query, edited)} onClose={close} />}
    </ListPage>
  )
}

/** The registry of ways in: every customer has exactly one first source. */
import { sourceFields } from '@rapport/domain/features/sources/sources.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconRoute } from '@tabler/icons-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../../app/create-button.tsx'
import { useListState } from '../../lib/list-state.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { useLabel } from '../../lib/use-language.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListPage } from '../../ui/list-page.tsx'
import { rowOf } from '../../ui/list-query.ts'
import { useSourceColumns } from './source-columns.tsx'
import { sourcesList } from './sources.queries.ts'

const SourcePanel = lazy(() => import('./source-form.tsx'))

export default function SourcesPage() {
  const { t } = useTranslation('sources')
  const textOf = useLabel()
  const [state, change] = useListState({ sort: [{ field: 'label', descending: false }] })
  const query = useInfiniteQuery(sourcesList(state))
  const { edited, edit, close } = useEdited()
  const create = (filled: boolean) => (
    <CreateButton permission="sources.create" filled={filled} onCreate={() => edit(NEW)}>
      {t(($) => $.create)}
    </CreateButton>
  )
  const empty = (
    <EmptyState icon={IconRoute} title={t(($) => $.emptyTitle)} actions={create(false)}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
  return (
    <ListPage
      title={t(($) => $.title)}
      actions={create(true)}
      fields={sourceFields}
      columns={useSourceColumns()}
      query={query}
      state={state}
      onChange={change}
      nameOf={(source) => textOf(source.label)}
      onOpen={(source) => edit(source.id)}
      empty={empty}
    >
      {edited && <SourcePanel key={edited} id={edited} known={rowOf(query, edited)} onClose={close} />}
    </ListPage>
  )
}

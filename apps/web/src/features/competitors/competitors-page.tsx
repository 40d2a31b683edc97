/** Whom the company meets in deals: the list, and the panel that changes one. */
import { competitorFields } from '@rapport/domain/features/competitors/competitors.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconSwords } from '@tabler/icons-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../../app/create-button.tsx'
import { useListState } from '../../lib/list-state.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListPage } from '../../ui/list-page.tsx'
import { rowOf } from '../../ui/list-query.ts'
import { useCompetitorColumns } from './competitor-columns.tsx'
import { competitorsList } from './competitors.queries.ts'

const CompetitorPanel = lazy(() => import('./competitor-form.tsx'))

export default function CompetitorsPage() {
  const { t } = useTranslation('competitors')
  const [state, change] = useListState({ sort: [{ field: 'name', descending: false }] })
  const query = useInfiniteQuery(competitorsList(state))
  const { edited, edit, close } = useEdited()
  const create = (filled: boolean) => (
    <CreateButton permission="competitors.create" filled={filled} onCreate={() => edit(NEW)}>
      {t(($) => $.create)}
    </CreateButton>
  )
  const empty = (
    <EmptyState icon={IconSwords} title={t(($) => $.emptyTitle)} actions={create(false)}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
  return (
    <ListPage
      title={t(($) => $.title)}
      actions={create(true)}
      fields={competitorFields}
      columns={useCompetitorColumns()}
      query={query}
      state={state}
      onChange={change}
      nameOf={(competitor) => competitor.name}
      onOpen={(competitor) => edit(competitor.id)}
      empty={empty}
    >
      {edited && <CompetitorPanel key={edited} id={edited} known={rowOf(query, edited)} onClose={close} />}
    </ListPage>
  )
}

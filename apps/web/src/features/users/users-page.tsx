/** The people who work here: who they are, where they stand, what they may. */
import { userFields } from '@rapport/domain/features/users/users.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../../app/create-button.tsx'
import { ImportLink } from '../../app/import-link.tsx'
import { useRoleNames } from '../../app/role-names.ts'
import { useListState } from '../../lib/list-state.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListPage } from '../../ui/list-page.tsx'
import { rowOf } from '../../ui/list-query.ts'
import { useUserColumns } from './user-columns.tsx'
import { usersList } from './users.queries.ts'

const UserPanel = lazy(() => import('./user-panel.tsx'))

export default function UsersPage() {
  const { t } = useTranslation('users')
  const [state, change] = useListState({ sort: [{ field: 'name', descending: false }] })
  const query = useInfiniteQuery(usersList(state))
  const { edited, edit, close } = useEdited()
  const actions = (
    <>
      <ImportLink entity="users" />
      <CreateButton filled permission="users.create" icon={IconUserPlus} onCreate={() => edit(NEW)}>
        {t(($) => $.invite)}
      </CreateButton>
    </>
  )
  return (
    <ListPage
      title={t(($) => $.title)}
      actions={actions}
      fields={userFields}
      columns={useUserColumns(useRoleNames())}
      query={query}
      state={state}
      onChange={change}
      nameOf={(user) => user.name}
      onOpen={(user) => edit(user.id)}
      empty={<EmptyState icon={IconUsers} title={t(($) => $.title)} />}
    >
      {edited && <UserPanel key={edited} id={edited} known={rowOf(query, edited)} onClose={close} onMade={edit} />}
    </ListPage>
  )
}

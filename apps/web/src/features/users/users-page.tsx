/** The people who work here: who they are, where they stand, what they may. */
import { userFields } from '@rapport/domain/features/users/users.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportLink } from '../../app/import-link.tsx'
import { useRoleNames } from '../../app/role-names.ts'
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
import { useUserColumns } from './user-columns.tsx'
import { usersList } from './users.queries.ts'

const UserPanel = lazy(() => import('./user-panel.tsx'))

function Invite({ onInvite }: { onInvite: () => void }) {
  const { t } = useTranslation('users')
  if (!useMay()('users.create')) return null
  return (
    <>
      <ImportLink entity="users" />
      <Button tone="primary" icon={IconUserPlus} onClick={onInvite}>
        {t(($) => $.invite)}
      </Button>
    </>
  )
}

export default function UsersPage() {
  const { t } = useTranslation('users')
  const [state, change] = useListState({ sort: [{ field: 'name', descending: false }] })
  const query = useInfiniteQuery(usersList(state))
  const columns = useUserColumns(useRoleNames())
  const { edited, edit, close } = useEdited()
  return (
    <FullPage>
      <PageHead
        title={t(($) => $.title)}
        summary={<Total of={query} />}
        actions={<Invite onInvite={() => edit(NEW)} />}
      />
      <ListBar fields={userFields} columns={columns} state={state} onChange={change} />
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(user) => user.name}
        onOpen={(user) => edit(user.id)}
        empty={<EmptyState icon={IconUsers} title={t(($) => $.title)} />}
      />
      <Suspense>
        {edited && (
          <UserPanel
            key={edited}
            id={edited}
            known={rowsOf(query).find(({ id }) => id === edited)}
            onClose={close}
            onMade={edit}
          />
        )}
      </Suspense>
    </FullPage>
  )
}

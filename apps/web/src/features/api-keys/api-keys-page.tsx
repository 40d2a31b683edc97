/** The keys of integrations: what each may, when it was last used, and how it ends. */
import { apiKeyFields } from '@rapport/domain/features/api-keys/api-keys.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconKey, IconPlus } from '@tabler/icons-react'
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
import { useApiKeyColumns } from './api-key-columns.tsx'
import { apiKeysList } from './api-keys.queries.ts'

const ApiKeyCreate = lazy(() => import('./api-key-create.tsx'))
const ApiKeyPanel = lazy(() => import('./api-key-panel.tsx'))

export default function ApiKeysPage() {
  const { t } = useTranslation('apiKeys')
  const mayCreate = useMay()('api-keys.create')
  const [state, change] = useListState({ sort: [{ field: 'createdAt', descending: true }] })
  const query = useInfiniteQuery(apiKeysList(state))
  const columns = useApiKeyColumns()
  const { edited, edit, close } = useEdited()
  const opened = rowsOf(query).find(({ id }) => id === edited)
  const create = (tone: 'primary' | 'plain') =>
    mayCreate && (
      <Button tone={tone} icon={IconPlus} onClick={() => edit(NEW)}>
        {t(($) => $.create)}
      </Button>
    )
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summary={<Total of={query} />} actions={create('primary')} />
      <ListBar fields={apiKeyFields} columns={columns} state={state} onChange={change} />
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(key) => key.label}
        onOpen={(key) => edit(key.id)}
        empty={
          <EmptyState icon={IconKey} title={t(($) => $.emptyTitle)} actions={create('plain')}>
            {t(($) => $.emptyText)}
          </EmptyState>
        }
      />
      <Suspense>
        {edited === NEW && <ApiKeyCreate onClose={close} />}
        {opened && <ApiKeyPanel apiKey={opened} onClose={close} />}
      </Suspense>
    </FullPage>
  )
}

/** What was brought in from files, by whom, and what became of the rows. */
import { importFields } from '@rapport/domain/features/imports/imports.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconFileImport, IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useImportable } from '../../app/may-import.ts'
import { paths } from '../../app/paths.ts'
import { useListState, type ListState } from '../../lib/list-state.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { RecordList } from '../../ui/record-list.tsx'
import { Total } from '../../ui/total.tsx'
import { ImportCard } from './import-card.tsx'
import { useImportColumns } from './import-columns.tsx'
import { importsList, type ListedImport } from './imports.queries.ts'

const usual: Partial<ListState> = {}

function Begin({ filled = false }: { filled?: boolean }) {
  const { t } = useTranslation('imports')
  if (useImportable().length === 0) return null
  return (
    <ButtonLink tone={filled ? 'primary' : 'plain'} icon={IconUpload} to={paths.newImport()}>
      {t(($) => $.begin)}
    </ButtonLink>
  )
}

export default function ImportsPage() {
  const { t } = useTranslation('imports')
  const [state, change] = useListState(usual)
  const query = useInfiniteQuery(importsList(state))
  const columns = useImportColumns()
  const empty = (
    <EmptyState icon={IconFileImport} title={t(($) => $.emptyTitle)} actions={<Begin />}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summary={<Total of={query} />} actions={<Begin filled />} />
      <ListBar fields={importFields} columns={columns} state={state} onChange={change} />
      <RecordList<ListedImport>
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(one) => one.fileName}
        hrefOf={(one) => paths.import(one.id)}
        card={(one) => <ImportCard of={one} />}
        empty={empty}
      />
    </FullPage>
  )
}

/** The list of contacts. */
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { lazy, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditableCells } from '../../app/editable-cells.ts'
import { ImportLink } from '../../app/import-link.tsx'
import { paths } from '../../app/paths.ts'
import { useMay, useMe, useReadable } from '../../app/session.ts'
import { useOpenCreation } from '../../app/use-creation.ts'
import type { ListState } from '../../lib/list-state.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { totalOf } from '../../ui/list-query.ts'
import type { ListGroups } from '../../ui/record-groups/groups.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { useListPages } from '../../ui/use-list-pages.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { useBulkSelection } from '../bulk/use-bulk-selection.ts'
import { ExportTool } from '../exports/export-tool.tsx'
import { Unavailable } from '../saved-views/unavailable.tsx'
import { useSavedList } from '../saved-views/use-saved-list.ts'
import { ViewTabs } from '../saved-views/view-tabs.tsx'
import { useContactColumns } from './contact-columns.tsx'
import { ContactSummary } from './contact-summary.tsx'
import type { Contact } from './contacts.queries.ts'

const ContactCell = lazy(() => import('./contact-cell.tsx'))
const editable = ['name', 'wechat']

const usual = (): Partial<ListState> => ({ sort: [{ field: 'name', descending: false }] })

function Actions({ children }: { children: ReactNode }) {
  return (
    <>
      <ImportLink entity="contacts" />
      {children}
      <Create filled />
    </>
  )
}

function Create({ filled = false }: { filled?: boolean }) {
  const { t } = useTranslation('contacts')
  const open = useOpenCreation()
  const phone = useIsPhone()
  // On a phone the ＋ of the bottom bar stands for it.
  if (!useMay()('contacts.create') || (filled && phone)) return null
  return (
    <Button tone={filled ? 'primary' : 'plain'} icon={IconPlus} onClick={() => open('contacts')}>
      {t(($) => $.create)}
    </Button>
  )
}

function Empty() {
  const { t } = useTranslation('contacts')
  return (
    <EmptyState icon={IconUsers} title={t(($) => $.emptyTitle)} actions={<Create />}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
}

const groupsOf = (fields: Fields): ListGroups => ({
  list: 'GET /contacts',
  heads: 'GET /contacts/aggregate',
  fields,
})

export default function ContactsPage() {
  const { t } = useTranslation('contacts')
  const { user } = useMe()
  const readable = useReadable('contacts', contactFields)
  const { views, state, change } = useSavedList('contacts', usual)
  const selection = useBulkSelection('contacts', state)
  const groups = groupsOf(readable)
  const query = useListPages<Contact>(groups, state, views.ready)
  const columns = useContactColumns(readable, user.id)
  const bar = { columns, state, selection, onChange: change }
  const summary = <ContactSummary {...{ query, state, onChange: change }} fields={readable} />
  const exporting = <ExportTool entity="contacts" state={state} columns={columns} />
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summaryBelow summary={summary} actions={<Actions>{exporting}</Actions>} />
      <ViewTabs of={views} state={state} title={t(($) => $.title)} isListThere={query.isSuccess} />
      <ListBar {...bar} fields={readable} groupable lead={<Unavailable in={views.view} />} />
      <RecordList<Contact>
        label={t(($) => $.title)}
        query={query}
        {...bar}
        nameOf={(contact) => contact.name}
        hrefOf={(contact) => paths.contact(contact.id)}
        groups={groups}
        cells={useEditableCells('contacts', editable, ContactCell)}
        empty={<Empty />}
        walk="GET /contacts"
        peekAs="contact"
      />
      <BulkBar entity="contacts" selection={selection} total={totalOf(query)} state={state} />
    </FullPage>
  )
}

/** The list of customers. */
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { lazy, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditableCells } from '../../app/editable-cells.ts'
import { ImportLink } from '../../app/import-link.tsx'
import { paths } from '../../app/paths.ts'
import { useMay, useMe, useReadable } from '../../app/session.ts'
import { useOpenCreation } from '../../app/use-creation.ts'
import { usualSort } from '../../lib/list-state.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { totalOf } from '../../ui/list-query.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { useListPages } from '../../ui/use-list-pages.ts'
import { CustomerCard } from './customer-card.tsx'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { useBulkSelection } from '../bulk/use-bulk-selection.ts'
import { ExportTool } from '../exports/export-tool.tsx'
import { Unavailable } from '../saved-views/unavailable.tsx'
import { useSavedList } from '../saved-views/use-saved-list.ts'
import { ViewTabs } from '../saved-views/view-tabs.tsx'
import { useCustomerColumns } from './customer-columns.tsx'
import { CustomerSummary } from './customer-summary.tsx'
import { useGroups, useTotals } from './customer-sums.tsx'
import type { Customer } from './customers.queries.ts'

const CustomerCell = lazy(() => import('./customer-cell.tsx'))
const editable = ['name', 'shortName', 'lifecycle', 'industryId', 'sizeBand', 'sourceId']

const usual = (readable: Fields) => () => ({ sort: usualSort(readable, 'lastActivityAt') })

function Actions({ children }: { children: ReactNode }) {
  return (
    <>
      <ImportLink entity="customers" />
      {children}
      <Create filled />
    </>
  )
}

function Create({ filled = false }: { filled?: boolean }) {
  const { t } = useTranslation('customers')
  const open = useOpenCreation()
  const phone = useIsPhone()
  // On a phone the ＋ of the bottom bar stands for it.
  if (!useMay()('customers.create') || (filled && phone)) return null
  return (
    <Button tone={filled ? 'primary' : 'plain'} icon={IconPlus} onClick={() => open('customers')}>
      {t(($) => $.create)}
    </Button>
  )
}

function Empty() {
  const { t } = useTranslation('customers')
  return (
    <EmptyState icon={IconBuilding} title={t(($) => $.emptyTitle)} actions={<Create />}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
}

export default function CustomersPage() {
  const { t } = useTranslation('customers')
  const { user } = useMe()
  const readable = useReadable('customers', customerFields)
  const { views, state, change } = useSavedList('customers', usual(readable))
  const selection = useBulkSelection('customers', state)
  const groups = useGroups(readable)
  const query = useListPages<Customer>(groups, state, views.ready)
  const columns = useCustomerColumns(readable, user.id)
  const totals = useTotals(state, readable, totalOf(query))
  const bar = { fields: readable, columns, state, selection, onChange: change }
  const summary = <CustomerSummary {...{ query, state, readable }} onChange={change} />
  const exporting = <ExportTool entity="customers" state={state} columns={columns} />
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summaryBelow summary={summary} actions={<Actions>{exporting}</Actions>} />
      <ViewTabs of={views} state={state} title={t(($) => $.title)} isListThere={query.isSuccess} />
      <ListBar {...bar} groupable lead={<Unavailable in={views.view} />} />
      <RecordList<Customer>
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(customer) => customer.name}
        hrefOf={(customer) => paths.customer(customer.id)}
        card={(customer) => <CustomerCard customer={customer} />}
        totals={totals}
        groups={groups}
        cells={useEditableCells('customers', editable, CustomerCell)}
        empty={<Empty />}
        selection={selection}
        walk="GET /customers"
        peekAs="customer"
      />
      <BulkBar entity="customers" selection={selection} total={totalOf(query)} state={state} />
    </FullPage>
  )
}

/** What the company sells: code, price, whether it is still offered. */
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconBox, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DeletedCount } from '../../app/deleted-count.tsx'
import { useEditableCells } from '../../app/editable-cells.ts'
import { ImportLink } from '../../app/import-link.tsx'
import { useMay, useReadable } from '../../app/session.ts'
import { useOpenCreation } from '../../app/use-creation.ts'
import type { ListState } from '../../lib/list-state.ts'
import { useEdited } from '../../lib/use-edited.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { totalOf } from '../../ui/list-query.ts'
import type { ListGroups } from '../../ui/record-groups/groups.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { useListPages } from '../../ui/use-list-pages.ts'
import { Total } from '../../ui/total.tsx'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { useBulkSelection } from '../bulk/use-bulk-selection.ts'
import { ExportTool } from '../exports/export-tool.tsx'
import { Unavailable } from '../saved-views/unavailable.tsx'
import { useSavedList } from '../saved-views/use-saved-list.ts'
import { ViewTabs } from '../saved-views/view-tabs.tsx'
import { useProductColumns } from './product-columns.tsx'
import type { Product } from './products.queries.ts'

const ProductCell = lazy(() => import('./product-cell.tsx'))
const editable = ['code', 'series', 'unit', 'listPrice', 'cost', 'taxRate']

const usual = (): Partial<ListState> => ({ sort: [{ field: 'code', descending: false }] })

const ProductPanel = lazy(() => import('./product-edit.tsx'))

function Actions({ children }: { children: ReactNode }) {
  return (
    <>
      <ImportLink entity="products" />
      {children}
      <Create filled />
    </>
  )
}

function Create({ filled = false }: { filled?: boolean }) {
  const { t } = useTranslation('products')
  const open = useOpenCreation()
  if (!useMay()('products.create')) return null
  return (
    <Button tone={filled ? 'primary' : 'plain'} icon={IconPlus} onClick={() => open('products')}>
      {t(($) => $.create)}
    </Button>
  )
}

function Empty() {
  const { t } = useTranslation('products')
  return (
    <EmptyState icon={IconBox} title={t(($) => $.emptyTitle)} actions={<Create />}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
}

const groupsOf = (fields: Fields): ListGroups => ({
  list: 'GET /products',
  heads: 'GET /products/aggregate',
  fields,
})

export default function ProductsPage() {
  const { t } = useTranslation('products')
  const textOf = useLabel()
  const { views, state, change } = useSavedList('products', usual)
  const selection = useBulkSelection('products', state)
  const fields = useReadable('products', productFields)
  const groups = groupsOf(fields)
  const query = useListPages<Product>(groups, state, views.ready)
  const columns = useProductColumns().filter(({ id }) => id in fields)
  const { edited, edit, close } = useEdited()
  const bar = { columns, state, selection, onChange: change }
  const summary = (
    <>
      <Total of={query} />
      <DeletedCount of="products" />
    </>
  )
  const exporting = <ExportTool entity="products" state={state} columns={columns} />
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summary={summary} actions={<Actions>{exporting}</Actions>} />
      <ViewTabs of={views} state={state} title={t(($) => $.title)} isListThere={query.isSuccess} />
      <ListBar {...bar} fields={fields} groupable lead={<Unavailable in={views.view} />} />
      <RecordList
        label={t(($) => $.title)}
        query={query}
        {...bar}
        nameOf={(product) => textOf(product.label)}
        onOpen={(product) => edit(product.id)}
        groups={groups}
        cells={useEditableCells('products', editable, ProductCell)}
        empty={<Empty />}
      />
      <BulkBar entity="products" selection={selection} total={totalOf(query)} state={state} />
      <Suspense>{edited && <ProductPanel key={edited} id={edited} onClose={close} />}</Suspense>
    </FullPage>
  )
}

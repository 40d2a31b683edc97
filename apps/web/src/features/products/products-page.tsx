/** What the company sells: code, price, whether it is still offered. */
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconBox, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportLink } from '../../app/import-link.tsx'
import { useMay, useReadable } from '../../app/session.ts'
import { useOpenCreation } from '../../app/use-creation.ts'
import { useListState } from '../../lib/list-state.ts'
import { useEdited } from '../../lib/use-edited.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { RecordList } from '../../ui/record-list.tsx'
import { Total } from '../../ui/total.tsx'
import { useProductColumns } from './product-columns.tsx'
import { productsList } from './products.queries.ts'

const ProductPanel = lazy(() => import('./product-edit.tsx'))

const Actions = () => (
  <>
    <ImportLink entity="products" />
    <Create filled />
  </>
)

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

export default function ProductsPage() {
  const { t } = useTranslation('products')
  const textOf = useLabel()
  const [state, change] = useListState({ sort: [{ field: 'code', descending: false }] })
  const query = useInfiniteQuery(productsList(state))
  const columns = useProductColumns()
  const fields = useReadable('products', productFields)
  const { edited, edit, close } = useEdited()
  const empty = (
    <EmptyState icon={IconBox} title={t(($) => $.emptyTitle)} actions={<Create />}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summary={<Total of={query} />} actions={<Actions />} />
      <ListBar fields={fields} columns={columns} state={state} onChange={change} />
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(product) => textOf(product.label)}
        onOpen={(product) => edit(product.id)}
        empty={empty}
      />
      <Suspense>{edited && <ProductPanel key={edited} id={edited} onClose={close} />}</Suspense>
    </FullPage>
  )
}

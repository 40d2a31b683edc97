/** The columns of the list of products. */
import { productFields as fields } from '@rapport/domain/features/products/products.fields.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadable } from '../../app/session.ts'
import { moveComma } from '../../lib/move-comma.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import type { Product } from './products.queries.ts'

type Column = GridColumn<Product>
type Name = keyof typeof fields & keyof Product
const column = (id: Name, shown: Omit<Column, 'id' | 'label'>): Column => ({ id, label: fields[id].label, ...shown })

function Label({ product }: { product: Product }) {
  const { t } = useTranslation('products')
  const textOf = useLabel()
  return (
    <>
      {textOf(product.label)} {product.active === false && <Chip>{t(($) => $.inactive)}</Chip>}
    </>
  )
}

const figures: Column[] = [
  column('listPrice', {
    width: 130,
    numeric: true,
    sortable: true,
    cell: (product, format) => product.listPrice && format.unitPrice(product.listPrice, product.currency),
  }),
  column('cost', {
    width: 120,
    numeric: true,
    sortable: true,
    cell: (product, format) => product.cost && format.unitPrice(product.cost, product.currency),
  }),
  column('taxRate', {
    width: 80,
    numeric: true,
    cell: (product, format) => product.taxRate && `${format.number(moveComma(product.taxRate, 2), 2)}%`,
  }),
]

const late: Column[] = [
  column('tags', { width: 160, optional: true, cell: (product, format) => product.tags && format.list(product.tags) }),
  column('updatedAt', {
    width: 120,
    sortable: true,
    optional: true,
    cell: (product, format) => product.updatedAt && format.relative(product.updatedAt),
  }),
]

/** Columns of fields hidden from the reader are not there. */
export function useProductColumns(): Column[] {
  const textOf = useLabel()
  const readable = useReadable('products', fields)
  return useMemo(() => {
    const all = [
      column('label', { width: 240, grow: true, sortable: true, cell: (product) => <Label product={product} /> }),
      column('code', { width: 150, sortable: true, cell: (product) => product.code }),
      column('series', { width: 120, sortable: true, cell: (product) => product.series }),
      column('kind', { width: 90, cell: (product) => textOf(choiceLabel(fields.kind, product.kind)) }),
      column('unit', { width: 70, cell: (product) => product.unit }),
      ...figures,
      ...late,
    ]
    return all.filter(({ id }) => id in readable)
  }, [textOf, readable])
}

/** Changes one field of a product in the list. */
import { CellEditor } from '../../ui/cell-editor.tsx'
import type { CellEditorProps } from '../../ui/record-grid/use-cells.ts'
import { useProductEdits } from './product-edits.ts'
import type { Product } from './products.queries.ts'

export default function ProductCell({ row, name, onClose }: CellEditorProps<Product>) {
  return <CellEditor edit={useProductEdits(row)(name)} onClose={onClose} />
}

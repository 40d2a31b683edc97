/** Changes one field of a customer in the list. */
import { CellEditor } from '../../ui/cell-editor.tsx'
import type { CellEditorProps } from '../../ui/record-grid/use-cells.ts'
import { useCustomerEdits } from './customer-edits.ts'
import type { Customer } from './customers.queries.ts'

export default function CustomerCell({ row, name, onClose }: CellEditorProps<Customer>) {
  return <CellEditor edit={useCustomerEdits(row)(name)} onClose={onClose} />
}

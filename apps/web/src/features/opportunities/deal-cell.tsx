/** Changes one field of a deal in the list. */
import { CellEditor } from '../../ui/cell-editor.tsx'
import type { CellEditorProps } from '../../ui/record-grid/use-cells.ts'
import { useDealEdits } from './deal-edits.ts'
import type { Opportunity } from './opportunities.queries.ts'

export default function DealCell({ row, name, onClose }: CellEditorProps<Opportunity>) {
  return <CellEditor edit={useDealEdits(row)(name)} onClose={onClose} />
}

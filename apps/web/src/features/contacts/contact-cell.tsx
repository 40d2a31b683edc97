/** Changes one field of a contact in the list. */
import { CellEditor } from '../../ui/cell-editor.tsx'
import type { CellEditorProps } from '../../ui/record-grid/use-cells.ts'
import { useContactEdits } from './contact-edits.ts'
import type { Contact } from './contacts.queries.ts'

export default function ContactCell({ row, name, onClose }: CellEditorProps<Contact>) {
  return <CellEditor edit={useContactEdits(row)(name)} onClose={onClose} />
}

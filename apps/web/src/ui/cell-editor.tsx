/** The input in the place of a cell; nothing where the field may not be changed after all. */
import FactEditor from './fact-editor.tsx'
import type { FactEdit } from './facts.tsx'

type Props = { edit: FactEdit | undefined; onClose: () => void }

export const CellEditor = ({ edit, onClose }: Props) => (edit ? <FactEditor edit={edit} onClose={onClose} /> : null)

/** Says that a record was put into the trash, with the way back: it and all that went along stands where it was. */
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../lib/call.ts'
import { useUndoToast } from '../ui/use-undo-toast.ts'

export function useInTrash(): (text: string, record: { id: string; name: string }) => void {
  const { t } = useTranslation()
  const client = useQueryClient()
  const undoable = useUndoToast()
  return (text, { id, name }) => {
    // What comes back may stand in any list.
    const restore = () => call('POST /trash/:id/restore', { params: { id } }).then(() => client.invalidateQueries())
    undoable(
      text,
      restore,
      t(($) => $.action.restored, { name }),
    )
  }
}

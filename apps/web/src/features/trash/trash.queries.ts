/** The trash from the API: what lies there, and bringing it back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type TrashEntry = ReplyOf<'GET /trash'>['items'][number]

export const trashList = (state: ListState) => listOptions('GET /trash', state)

/** What comes back may stand in any list. */
export function useRestore() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('POST /trash/:id/restore', { params: { id } }),
    onSuccess: () => client.invalidateQueries(),
  })
}

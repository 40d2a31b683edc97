/** Following a link that lets somebody choose a password; he is signed in afterwards. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../../app/session.ts'
import { call } from '../../lib/call.ts'
import { noticeSignedIn } from '../../lib/connection.ts'

export function useAccept() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { token: string; password: string }) => call('POST /invitations/accept', { body, secret: true }),
    onSuccess: (me) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, me)
      noticeSignedIn()
    },
  })
}

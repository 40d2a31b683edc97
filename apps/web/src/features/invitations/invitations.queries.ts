/** Following a link that lets somebody choose a password; he is signed in afterwards. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../../app/session.ts'
import { call } from '../../lib/call.ts'
import { noticeSignedIn } from '../../lib/connection.ts'

/** Whether the link works at all, asked before a password is typed. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitations', token],
    queryFn: ({ signal }) => call('POST /invitations/look', { body: { token }, signal }),
    staleTime: 0,
    gcTime: 0,
  })

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

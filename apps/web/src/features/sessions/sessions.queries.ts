/** One's own password and signed-in devices. Who is signed in stands in app/session.ts, because every room reads it. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { current: string; next: string }) =>
      call('POST /session/change-password', { body, secret: true }),
  })
}

export const devicesQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call('GET /sessions', { signal }),
})

export function useEndDevice() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('DELETE /sessions/:id', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  })
}

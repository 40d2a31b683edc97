/** The organisation's settings; who is signed in carries them, so they are asked for anew with the session. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type Organisation = ReplyOf<'GET /settings'>
export type OrganisationPatch = BodyOf<'PATCH /settings'>

export const organisationQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call('GET /settings', { signal }),
})

export function useUpdateOrganisation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: { body: OrganisationPatch; version: number }) => call('PATCH /settings', change),
    onSuccess: () => client.invalidateQueries({ queryKey: ['session'] }),
  })
}

/** The organisation's settings; who is signed in carries them, so they are asked for anew with the session. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf } from '../../lib/call.ts'

export type OrganisationPatch = BodyOf<'PATCH /settings'>

export function useUpdateOrganisation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: { body: OrganisationPatch; version: number }) => call('PATCH /settings', change),
    onSuccess: () => client.invalidateQueries({ queryKey: ['session'] }),
  })
}

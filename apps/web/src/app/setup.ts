/** The first visit of an empty installation. */
import { queryOptions, useMutation } from '@tanstack/react-query'
import { call, type BodyOf } from '../lib/call.ts'
import { useSignIn } from './session.ts'

export type SetupDraft = BodyOf<'POST /setup'>

/** Whether the installation still waits for its first administrator; asked without a session. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => call('GET /setup', { signal }),
})

/** Names the organisation and its first administrator, then signs him in. */
export function useSetup() {
  const signIn = useSignIn()
  return useMutation({
    mutationFn: async (body: SetupDraft) => {
      await call('POST /setup', { body, secret: true })
      return signIn.mutateAsync({ email: body.email, password: body.password })
    },
  })
}

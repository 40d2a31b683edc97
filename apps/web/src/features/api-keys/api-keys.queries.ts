/** API keys from the API. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { withPassword } from '../../app/with-password.tsx'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type ApiKey = ReplyOf<'GET /api-keys/:id'>
export type ApiKeyMade = ReplyOf<'POST /api-keys'>

export const apiKeysList = (state: ListState) => listOptions('GET /api-keys', state)

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: V) => withPassword(() => change(input)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}

export const useCreateApiKey = () => useChange((body: BodyOf<'POST /api-keys'>) => call('POST /api-keys', { body }))

export const useRotateApiKey = () =>
  useChange((key: ApiKey) =>
    call('POST /api-keys/:id/rotate', { params: { id: key.id }, body: { version: key.version } }),
  )

export const useRevokeApiKey = () =>
  useChange((key: ApiKey) =>
    call('POST /api-keys/:id/revoke', { params: { id: key.id }, body: { version: key.version } }),
  )

export type KeyState = 'live' | 'ending' | 'expired' | 'revoked'
const DAY = 86_400_000

/** Whether a key works, and for how much longer. */
export function stateOf({ revokedAt, expiresAt }: ApiKey, now = Date.now()): KeyState {
  if (revokedAt) return 'revoked'
  if (!expiresAt) return 'live'
  const left = Date.parse(expiresAt) - now
  return left <= 0 ? 'expired' : left < 14 * DAY ? 'ending' : 'live'
}

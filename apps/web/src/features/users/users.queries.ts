/** Users from the API: the list, and what changes them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { withPassword } from '../../app/with-password.tsx'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type User = ReplyOf<'GET /users/:id'>
export type SignInLink = ReplyOf<'POST /users/:id/invite'>

export const usersList = (state: Pick<ListState, 'filter' | 'sort' | 'search'>) => listOptions('GET /users', state)

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', 'one', id],
    queryFn: ({ signal }) => call('GET /users/:id', { params: { id }, signal }),
  })

// Teams count their members, roles their holders.
function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  const refresh = () =>
    Promise.all(['users', 'teams', 'roles'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
  return useMutation({ mutationFn: (input: V) => withPassword(() => change(input)), onSuccess: refresh })
}

export const useCreateUser = () =>
  useChange((body: BodyOf<'POST /users'>) => call('POST /users', { body, secret: true }))

type Change = { user: Pick<User, 'id' | 'version'>; body: BodyOf<'PATCH /users/:id'> }
export const useUpdateUser = () =>
  useChange(({ user, body }: Change) =>
    call('PATCH /users/:id', { params: { id: user.id }, body, version: user.version }),
  )

export const useDeleteUser = () => useChange((user: User) => call('DELETE /users/:id', { params: { id: user.id } }))

export type StateVerb = 'suspend' | 'reactivate' | 'leave'
export const useChangeState = () =>
  useChange(({ user, verb }: { user: User; verb: StateVerb }) =>
    call(`POST /users/:id/${verb}`, { params: { id: user.id }, body: { version: user.version } }),
  )

export type LinkVerb = 'invite' | 'reset-password'
export const useMakeLink = () =>
  useChange(({ id, verb }: { id: string; verb: LinkVerb }) => call(`POST /users/:id/${verb}`, { params: { id } }))

/** Roles from the API: few, and read whole. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { withPassword } from '../../app/with-password.tsx'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type Role = ReplyOf<'GET /roles/:id'>
export type Catalogue = ReplyOf<'GET /roles/catalogue'>
export type CatalogueNoun = Catalogue['nouns'][number]

export const allRoles = queryOptions({
  queryKey: ['roles', 'all'],
  queryFn: ({ signal }) => call('GET /roles', { query: { limit: '200', sort: 'createdAt' }, signal }),
})

/** What a role can be made of; it changes only with the product. */
export const catalogueQuery = queryOptions({
  queryKey: ['role-catalogue'],
  queryFn: ({ signal }) => call('GET /roles/catalogue', { signal }),
  staleTime: Infinity,
})

export const roleQuery = (id: string) =>
  queryOptions({
    queryKey: ['roles', 'one', id],
    queryFn: ({ signal }) => call('GET /roles/:id', { params: { id }, signal }),
  })

// One's own rights may be among those that changed.
function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  const refresh = () => Promise.all(['roles', 'session'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  return useMutation({ mutationFn: (input: V) => withPassword(() => change(input)), onSuccess: refresh })
}

export const useCreateRole = () => useChange((body: BodyOf<'POST /roles'>) => call('POST /roles', { body }))

type Change = { role: Pick<Role, 'id' | 'version'>; body: BodyOf<'PATCH /roles/:id'> }
export const useUpdateRole = () =>
  useChange(({ role, body }: Change) =>
    call('PATCH /roles/:id', { params: { id: role.id }, body, version: role.version }),
  )

export const useDeleteRole = () => useChange((role: Role) => call('DELETE /roles/:id', { params: { id: role.id } }))

export const useArchiveRole = () =>
  useChange(({ role, archive }: { role: Pick<Role, 'id' | 'version'>; archive: boolean }) => {
    const args = { params: { id: role.id }, body: { version: role.version } }
    return archive ? call('POST /roles/:id/archive', args) : call('POST /roles/:id/unarchive', args)
  })

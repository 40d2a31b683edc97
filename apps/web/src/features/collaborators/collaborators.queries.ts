/** Who has lent access to a record, and what gives and takes it. */
import type { LentAccess } from '@rapport/domain/features/collaborators/collaborators.fields.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type ReplyOf } from '../../lib/call.ts'

export type SharedNoun = 'customers' | 'opportunities'
/** The record as its page has it; `can` and `version` come from there. */
export type Shared = { noun: SharedNoun; id: string; version: number; can: { share: boolean } }
export type Collaborator = ReplyOf<'GET /customers/:id/collaborators'>['items'][number]

/** Asked for again with everything of the noun when one of its records changes. */
export const collaboratorsOf = ({ noun, id }: Pick<Shared, 'noun' | 'id'>) =>
  queryOptions({
    queryKey: [noun, 'collaborators', id],
    queryFn: ({ signal }) => {
      const args = { params: { id }, query: { limit: '100' }, signal }
      return noun === 'customers'
        ? call('GET /customers/:id/collaborators', args)
        : call('GET /opportunities/:id/collaborators', args)
    },
  })

export type Sharing = { userId: string; access: LentAccess; until: string | null }

function useChange<V>(noun: SharedNoun, change: (input: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([noun, 'events'].map((of) => client.invalidateQueries({ queryKey: [of] }))),
  })
}

export const useShare = ({ noun, id }: Shared) =>
  useChange(noun, ({ version, ...body }: Sharing & { version: number }) =>
    noun === 'customers'
      ? call('POST /customers/:id/share', { params: { id }, body, version })
      : call('POST /opportunities/:id/share', { params: { id }, body, version }),
  )

export const useUnshare = ({ noun, id }: Shared) =>
  useChange(noun, ({ userId, version }: { userId: string; version: number }) =>
    noun === 'customers'
      ? call('POST /customers/:id/unshare', { params: { id }, body: { userId }, version })
      : call('POST /opportunities/:id/unshare', { params: { id }, body: { userId }, version }),
  )

/** Gives back the reader's own access; what he saw by it is asked for again by `forget`, once its page is left. */
export const useLeave = ({ noun, id }: Shared) => {
  const client = useQueryClient()
  const forget = () => Promise.all([noun, 'events'].map((of) => client.invalidateQueries({ queryKey: [of] })))
  const leave = useMutation({
    mutationFn: () =>
      noun === 'customers'
        ? call('POST /customers/:id/leave', { params: { id } })
        : call('POST /opportunities/:id/leave', { params: { id } }),
  })
  return { leave, forget }
}

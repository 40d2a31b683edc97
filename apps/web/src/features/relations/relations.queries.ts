/** How a record is related to others, and what says and unsays it. */
import type { RelatedType } from '@rapport/domain/features/relations/relations.fields.ts'
import { relationDictionaries } from '@rapport/domain/features/relations/relations.fields.ts'
import { both } from '@rapport/domain/filter/filter.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { inDictionary } from '../../app/dictionary-filter.ts'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'

/** The record as its page has it; `can` and `version` come from there. */
export type Related = { of: RelatedType; id: string; version: number; can: { edit: boolean } }
export type Relation = ReplyOf<'GET /contacts/:id/relations'>['items'][number]
export const nounOf = (of: RelatedType) => (of === 'contact' ? 'contacts' : 'customers')

/** Asked for again with everything of the noun when one of its records changes. */
export const relationsOf = ({ of, id }: Pick<Related, 'of' | 'id'>) =>
  queryOptions({
    queryKey: [nounOf(of), 'relations', id],
    queryFn: ({ signal }) => {
      const args = { params: { id }, query: { limit: '100' }, signal }
      return of === 'contact' ? call('GET /contacts/:id/relations', args) : call('GET /customers/:id/relations', args)
    },
  })

/** The kinds of relations that can be chosen, in their order. */
export const relationTypes = (of: RelatedType) =>
  queryOptions({
    queryKey: ['dictionary-items', 'relations', of],
    queryFn: ({ signal }) => {
      const filter = both({ field: 'archivedAt', op: 'empty' }, inDictionary(relationDictionaries[of]))
      const query = { filter: JSON.stringify(filter), sort: 'order,code', limit: '200', total: 'none' } as const
      return call('GET /dictionary-items', { query, signal })
    },
  })

export type Relating = Omit<BodyOf<'POST /contacts/:id/relate'>, 'version'>

function useChange<V>(of: RelatedType, change: (input: V) => Promise<{ version: number }>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([nounOf(of), 'events'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}

export const useRelate = ({ of, id }: Related) =>
  useChange(of, ({ version, ...body }: Relating & { version: number }) =>
    of === 'contact'
      ? call('POST /contacts/:id/relate', { params: { id }, body, version })
      : call('POST /customers/:id/relate', { params: { id }, body, version }),
  )

export const useUnrelate = ({ of, id }: Related) =>
  useChange(of, ({ version, ...body }: { relationId: string; version: number }) =>
    of === 'contact'
      ? call('POST /contacts/:id/unrelate', { params: { id }, body, version })
      : call('POST /customers/:id/unrelate', { params: { id }, body, version }),
  )

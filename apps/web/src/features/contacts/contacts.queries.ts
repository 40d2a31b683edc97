/** Contacts from the API: list, those of a customer, record, and what changes them. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listQueryOf } from '../../lib/list-options.ts'

export type Contact = ReplyOf<'GET /contacts/:id'>
export type ContactDraft = BodyOf<'POST /contacts'>
export type ContactChange = BodyOf<'PATCH /contacts/:id'>

/** The people at one customer, the most recently contacted first where the reader knows when that was. */
export const contactsOf = (customerId: string, clear: (name: string) => boolean) => {
  const filter: Filter = { field: 'customerIds', op: 'hasAny', value: [customerId] }
  const query = {
    ...listQueryOf({
      filter,
      sort: [{ field: clear('lastActivityAt') ? 'lastActivityAt' : 'updatedAt', descending: true }],
      search: '',
    }),
    limit: '50',
  }
  return queryOptions({
    queryKey: ['contacts', 'of', customerId],
    queryFn: ({ signal }) => call('GET /contacts', { query, signal }),
  })
}

/** Everybody who stands at a customer or did. */
export const peopleOf = (customerId: string) =>
  queryOptions({
    queryKey: ['contacts', 'people', customerId],
    queryFn: ({ signal }) => call('GET /customers/:id/people', { params: { id: customerId }, signal }),
  })
export type CustomerPerson = ReplyOf<'GET /customers/:id/people'>['items'][number]

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: ({ signal }) => call('GET /contacts/:id', { params: { id }, signal }),
  })

export function useCreateContact() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ContactDraft) => call('POST /contacts', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contacts'] }),
  })
}

export function useUpdateContact(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: { body: ContactChange; version: number }) =>
      call('PATCH /contacts/:id', { params: { id }, ...change }),
    onSuccess: (contact) => {
      client.setQueryData(contactQuery(id).queryKey, contact)
      return client.invalidateQueries({ queryKey: ['contacts'], predicate: ({ queryKey }) => queryKey[1] !== 'one' })
    },
  })
}

/** What the page of it has asked for is asked for again by `forget`, once that page is left: there is nothing any more. */
export function useDeleteContact() {
  const client = useQueryClient()
  const forget = () => client.invalidateQueries({ queryKey: ['contacts'] })
  const remove = useMutation({
    mutationFn: ({ id, version }: Contact) => call('DELETE /contacts/:id', { params: { id }, version }),
  })
  return { remove, forget }
}

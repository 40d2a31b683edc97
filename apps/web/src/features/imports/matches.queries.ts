/** A record that a row of a file may be, whole, as one reads it oneself. */
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export type Known = Record<string, unknown>

/** The fields of the nouns that are looked through for duplicates. */
export const fieldsFor = (entity: string) => (entity === 'contacts' ? contactFields : customerFields)

export const matchQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: [entity, 'match', id],
    queryFn: async ({ signal }): Promise<Known> =>
      entity === 'contacts'
        ? await call('GET /contacts/:id', { params: { id }, signal })
        : await call('GET /customers/:id', { params: { id }, signal }),
    enabled: id !== '',
  })

/** What the API offers on relations: seen by who sees both ends, written by who may change the end they are written from. */
import { z } from 'zod'
import { idParams, limitParam, pageOf } from '../../contract/page.ts'
import { cursorParam } from '../../contract/query.ts'
import { route } from '../../contract/route.ts'
import { contact } from '../contacts/contacts.ts'
import { customer } from '../customers/customers.ts'
import { contactRelating, contactRelation, customerRelating, customerRelation, unrelating } from './relations.ts'

const relationsQuery = z.strictObject({ limit: limitParam(), cursor: cursorParam().optional() })
export type RelationsQuery = z.output<typeof relationsQuery>

const list = { method: 'GET', access: 'session', params: idParams, query: relationsQuery } as const
const command = { method: 'POST', access: 'session', params: idParams } as const
const errors = ['reference.invalid', 'relation.self', 'relation.exists', 'relation.limit'] as const

export const relationRoutes = {
  ofContact: route({
    ...list,
    path: '/contacts/:id/relations',
    permission: 'contacts.read',
    summary: 'Whom a contact knows and how, as far as one sees them',
    reply: pageOf(contactRelation),
  }),
  ofCustomer: route({
    ...list,
    path: '/customers/:id/relations',
    permission: 'customers.read',
    summary: 'How a customer stands to others, as far as one sees them',
    reply: pageOf(customerRelation),
  }),
  relateContact: route({
    ...command,
    path: '/contacts/:id/relate',
    permission: 'contacts.update',
    summary: 'Say how a contact and another know each other, or say it anew',
    body: contactRelating,
    reply: contact,
    errors,
  }),
  unrelateContact: route({
    ...command,
    path: '/contacts/:id/unrelate',
    permission: 'contacts.update',
    summary: 'Take a relation of a contact away, from both ends',
    body: unrelating,
    reply: contact,
    errors: ['reference.invalid'],
  }),
  relateCustomer: route({
    ...command,
    path: '/customers/:id/relate',
    permission: 'customers.update',
    summary: 'Say how a customer stands to another, or say it anew',
    body: customerRelating,
    reply: customer,
    errors,
  }),
  unrelateCustomer: route({
    ...command,
    path: '/customers/:id/unrelate',
    permission: 'customers.update',
    summary: 'Take a relation of a customer away, from both ends',
    body: unrelating,
    reply: customer,
    errors: ['reference.invalid'],
  }),
}

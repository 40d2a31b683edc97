/** What the API offers on contacts. */
import { aggregateQuery, aggregateReply, idParams, listQuery, pageOf } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { z } from 'zod'
import { contact, contactDraft, contactPatch, customerPerson } from './contacts.ts'

export const contactRoutes = {
  list: route({
    method: 'GET',
    path: '/contacts',
    access: 'session',
    permission: 'contacts.read',
    summary: 'List contacts',
    query: listQuery,
    reply: pageOf(contact),
  }),
  aggregate: route({
    method: 'GET',
    path: '/contacts/aggregate',
    access: 'session',
    permission: 'contacts.read',
    summary: 'Count contacts by group',
    query: aggregateQuery,
    reply: aggregateReply,
  }),
  read: route({
    method: 'GET',
    path: '/contacts/:id',
    access: 'session',
    permission: 'contacts.read',
    summary: 'Read a contact',
    params: idParams,
    reply: contact,
  }),
  ofCustomer: route({
    method: 'GET',
    path: '/customers/:id/people',
    access: 'session',
    permission: 'contacts.read',
    summary: 'Who stands at a customer and who did, with whom each reports to',
    params: idParams,
    reply: z.object({ items: z.array(customerPerson).meta({ maxItems: 200 }), more: z.boolean() }),
  }),
  create: route({
    method: 'POST',
    path: '/contacts',
    access: 'session',
    permission: 'contacts.create',
    summary: 'Create a contact',
    body: contactDraft,
    reply: contact,
    status: 201,
    errors: ['record.duplicate', 'duplicate.certain', 'reference.invalid'],
  }),
  update: route({
    method: 'PATCH',
    path: '/contacts/:id',
    access: 'session',
    permission: 'contacts.update',
    summary: 'Change a contact',
    params: idParams,
    body: contactPatch,
    reply: contact,
    errors: ['record.duplicate', 'reference.invalid', 'contact.cycle'],
  }),
  delete: route({
    method: 'DELETE',
    path: '/contacts/:id',
    access: 'session',
    permission: 'contacts.delete',
    summary: 'Put a contact into the trash',
    params: idParams,
    reply: null,
    status: 204,
  }),
}

/** Contacts over HTTP. */
import { contactRoutes } from '@rapport/domain/features/contacts/contacts.contract.ts'
import type { Contact } from '@rapport/domain/features/contacts/contacts.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { listCustomerPeople } from './customer-people.queries.ts'
import { createContact, deleteContact, updateContact } from './contacts.commands.ts'
import { contactRecords } from './contacts.records.ts'

export const registerContacts = (app: FastifyInstance): void => {
  serve(app, contactRoutes.list, ({ query }, ctx) => listRecords<Contact>(ctx, contactRecords, query))
  serve(app, contactRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, contactRecords, query))
  serve(app, contactRoutes.read, ({ params }, ctx) => readRecord<Contact>(ctx, contactRecords, params.id))
  serve(app, contactRoutes.ofCustomer, ({ params }, ctx) => listCustomerPeople(ctx, params.id))
  serve(app, contactRoutes.create, ({ body }, ctx) => createContact(ctx, body))
  serve(app, contactRoutes.update, ({ params, body }, ctx) => updateContact(ctx, params.id, body))
  serve(app, contactRoutes.delete, ({ params }, ctx) => deleteContact(ctx, params.id))
}

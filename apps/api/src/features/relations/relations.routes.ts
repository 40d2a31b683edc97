/** Relations over HTTP. */
import type { Contact } from '@rapport/domain/features/contacts/contacts.ts'
import type { Customer } from '@rapport/domain/features/customers/customers.ts'
import { relationRoutes as routes } from '@rapport/domain/features/relations/relations.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { relateRecord, unrelateRecord } from './relations.commands.ts'
import { listRelations } from './relations.queries.ts'

const contact = (id: string) => ({ of: 'contact', id }) as const
const customer = (id: string) => ({ of: 'customer', id }) as const

export const registerRelations = (app: FastifyInstance): void => {
  serve(app, routes.ofContact, ({ params, query }, ctx) => listRelations(ctx, 'contact', params.id, query))
  serve(app, routes.ofCustomer, ({ params, query }, ctx) => listRelations(ctx, 'customer', params.id, query))
  serve(app, routes.relateContact, ({ params, body }, ctx) => relateRecord<Contact>(ctx, contact(params.id), body))
  serve(app, routes.unrelateContact, ({ params, body }, ctx) => unrelateRecord<Contact>(ctx, contact(params.id), body))
  serve(app, routes.relateCustomer, ({ params, body }, ctx) => relateRecord<Customer>(ctx, customer(params.id), body))
  serve(app, routes.unrelateCustomer, ({ params, body }, ctx) =>
    unrelateRecord<Customer>(ctx, customer(params.id), body),
  )
}

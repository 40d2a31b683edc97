/** Collaborators over HTTP. */
import { collaboratorRoutes as routes } from '@rapport/domain/features/collaborators/collaborators.contract.ts'
import type { Customer } from '@rapport/domain/features/customers/customers.ts'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../../ctx.ts'
import { serve } from '../../http/serve.ts'
import { readRecord } from '../../records/find.ts'
import { customerRecords } from '../customers/customers.records.ts'
import { readOpportunity } from '../opportunities/opportunities.queries.ts'
import { leaveRecord, shareRecord, unshareRecord } from './collaborators.commands.ts'
import { listCollaborators } from './collaborators.queries.ts'

const customer = (id: string) => ({ type: 'customer', id }) as const
const readCustomer = (tx: Tx, id: string) => readRecord<Customer>(tx, customerRecords, id)
const opportunity = (id: string) => ({ type: 'opportunity', id }) as const

export const registerCollaborators = (app: FastifyInstance): void => {
  serve(app, routes.ofCustomer, ({ params, query }, ctx) => listCollaborators(ctx, 'customer', params.id, query))
  serve(app, routes.ofOpportunity, ({ params, query }, ctx) => listCollaborators(ctx, 'opportunity', params.id, query))
  serve(app, routes.shareCustomer, ({ params: { id }, body }, ctx) =>
    shareRecord(ctx, customer(id), body, readCustomer),
  )
  serve(app, routes.unshareCustomer, ({ params: { id }, body }, ctx) =>
    unshareRecord(ctx, customer(id), body, readCustomer),
  )
  serve(app, routes.shareOpportunity, ({ params: { id }, body }, ctx) =>
    shareRecord(ctx, opportunity(id), body, readOpportunity),
  )
  serve(app, routes.unshareOpportunity, ({ params: { id }, body }, ctx) =>
    unshareRecord(ctx, opportunity(id), body, readOpportunity),
  )
  serve(app, routes.leaveCustomer, ({ params: { id } }, ctx) => leaveRecord(ctx, customer(id)))
  serve(app, routes.leaveOpportunity, ({ params: { id } }, ctx) => leaveRecord(ctx, opportunity(id)))
}

/** Customers over HTTP. */
import { customerRoutes } from '@rapport/domain/features/customers/customers.contract.ts'
import type { Customer } from '@rapport/domain/features/customers/customers.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { deleteCustomer } from './customer-deletions.commands.ts'
import { transferCustomer } from './customer-transfers.commands.ts'
import { createCustomer, updateCustomer } from './customers.commands.ts'
import { customerRecords } from './customers.records.ts'

export const registerCustomers = (app: FastifyInstance): void => {
  serve(app, customerRoutes.list, ({ query }, ctx) => listRecords<Customer>(ctx, customerRecords, query))
  serve(app, customerRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, customerRecords, query))
  serve(app, customerRoutes.read, ({ params }, ctx) => readRecord<Customer>(ctx, customerRecords, params.id))
  serve(app, customerRoutes.create, ({ body }, ctx) => createCustomer(ctx, body))
  serve(app, customerRoutes.update, ({ params, body }, ctx) => updateCustomer(ctx, params.id, body))
  serve(app, customerRoutes.delete, ({ params }, ctx) => deleteCustomer(ctx, params.id))
  serve(app, customerRoutes.transfer, ({ params, body }, ctx) => transferCustomer(ctx, params.id, body))
}

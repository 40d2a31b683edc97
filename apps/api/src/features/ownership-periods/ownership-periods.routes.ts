/** Periods of ownership over HTTP. */
import { ownershipPeriodRoutes } from '@rapport/domain/features/ownership-periods/ownership-periods.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { listCustomerPeriods } from './ownership-periods.queries.ts'

export const registerOwnershipPeriods = (app: FastifyInstance): void => {
  serve(app, ownershipPeriodRoutes.ofCustomer, ({ params, query }, ctx) => listCustomerPeriods(ctx, params.id, query))
}

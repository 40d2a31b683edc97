/** Events over HTTP. */
import { eventRoutes } from '@rapport/domain/features/events/events.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { listEvents, listTimeline } from './events.queries.ts'

export const registerEvents = (app: FastifyInstance): void => {
  serve(app, eventRoutes.list, ({ query }, ctx) => listEvents(ctx, query))
  serve(app, eventRoutes.ofCustomer, ({ params, query }, ctx) => listTimeline(ctx, 'customers', params.id, query))
  serve(app, eventRoutes.ofContact, ({ params, query }, ctx) => listTimeline(ctx, 'contacts', params.id, query))
  serve(app, eventRoutes.ofOpportunity, ({ params, query }, ctx) =>
    listTimeline(ctx, 'opportunities', params.id, query),
  )
}

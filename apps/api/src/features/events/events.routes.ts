/** Events over HTTP. */
import { eventRoutes } from '@rapport/domain/features/events/events.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { createEventStreams } from './event-streams.ts'
import { listEvents, listTimeline } from './events.queries.ts'

export const registerEvents = (app: FastifyInstance): void => {
  const streams = createEventStreams(app.services)
  app.addHook('preClose', async () => streams.endAll())
  serve(app, eventRoutes.stream, (_, ctx, { request, reply }) =>
    streams.open(ctx, reply, request.headers['last-event-id']?.toString()),
  )
  serve(app, eventRoutes.list, ({ query }, ctx) => listEvents(ctx, query))
  serve(app, eventRoutes.ofCustomer, ({ params, query }, ctx) => listTimeline(ctx, 'customers', params.id, query))
  serve(app, eventRoutes.ofContact, ({ params, query }, ctx) => listTimeline(ctx, 'contacts', params.id, query))
  serve(app, eventRoutes.ofOpportunity, ({ params, query }, ctx) =>
    listTimeline(ctx, 'opportunities', params.id, query),
  )
}

/** Timelines over HTTP. */
import { timelineRoutes } from '@rapport/domain/features/timelines/timelines.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { listTimeline } from './timelines.queries.ts'

export const registerTimelines = (app: FastifyInstance): void => {
  serve(app, timelineRoutes.ofCustomer, ({ params, query }, ctx) => listTimeline(ctx, 'customers', params.id, query))
  serve(app, timelineRoutes.ofContact, ({ params, query }, ctx) => listTimeline(ctx, 'contacts', params.id, query))
  serve(app, timelineRoutes.ofOpportunity, ({ params, query }, ctx) =>
    listTimeline(ctx, 'opportunities', params.id, query),
  )
}

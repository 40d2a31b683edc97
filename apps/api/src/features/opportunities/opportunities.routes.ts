/** Opportunities over HTTP. */
import { opportunityRoutes } from '@rapport/domain/features/opportunities/opportunities.contract.ts'
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { listRecords } from '../../records/list.ts'
import { readBoard } from './board.queries.ts'
import { createOpportunity } from './opportunities.commands.ts'
import { readOpportunity } from './opportunities.queries.ts'
import { opportunityRecords } from './opportunities.records.ts'
import { deleteOpportunity } from './opportunity-deletions.commands.ts'
import { transferOpportunity } from './opportunity-transfers.commands.ts'
import { updateOpportunity } from './opportunity-updates.commands.ts'

export const registerOpportunities = (app: FastifyInstance): void => {
  const routes = opportunityRoutes
  serve(app, routes.list, ({ query }, ctx) => listRecords<Opportunity>(ctx, opportunityRecords, query))
  serve(app, routes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, opportunityRecords, query))
  serve(app, routes.board, ({ query }, ctx) => readBoard(ctx, query))
  serve(app, routes.read, ({ params }, ctx) => readOpportunity(ctx, params.id))
  serve(app, routes.create, ({ body }, ctx) => createOpportunity(ctx, body))
  serve(app, routes.update, ({ params, body }, ctx) => updateOpportunity(ctx, params.id, body))
  serve(app, routes.delete, ({ params }, ctx) => deleteOpportunity(ctx, params.id))
  serve(app, routes.transfer, ({ params, body }, ctx) => transferOpportunity(ctx, params.id, body))
}

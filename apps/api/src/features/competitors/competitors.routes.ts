/** Competitors over HTTP. */
import { competitorRoutes } from '@rapport/domain/features/competitors/competitors.contract.ts'
import type { Competitor } from '@rapport/domain/features/competitors/competitors.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { archiveCompetitor, createCompetitor, updateCompetitor } from './competitors.commands.ts'
import { competitorRecords } from './competitors.records.ts'

export const registerCompetitors = (app: FastifyInstance): void => {
  serve(app, competitorRoutes.list, ({ query }, ctx) => listRecords<Competitor>(ctx, competitorRecords, query))
  serve(app, competitorRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, competitorRecords, query))
  serve(app, competitorRoutes.read, ({ params }, ctx) => readRecord<Competitor>(ctx, competitorRecords, params.id))
  serve(app, competitorRoutes.create, ({ body }, ctx) => createCompetitor(ctx, body))
  serve(app, competitorRoutes.update, ({ params, body }, ctx) => updateCompetitor(ctx, params.id, body))
  serve(app, competitorRoutes.archive, ({ params, body }, ctx) => archiveCompetitor(ctx, params.id, body, true))
  serve(app, competitorRoutes.unarchive, ({ params, body }, ctx) => archiveCompetitor(ctx, params.id, body, false))
}

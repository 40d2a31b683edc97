/** Pipelines over HTTP. */
import { pipelineRoutes } from '@rapport/domain/features/pipelines/pipelines.contract.ts'
import type { Pipeline } from '@rapport/domain/features/pipelines/pipelines.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { listRecords } from '../../records/list.ts'
import { archivePipeline, createPipeline, updatePipeline } from './pipelines.commands.ts'
import { listStages, readPipeline } from './pipelines.queries.ts'
import { pipelineRecords } from './pipelines.records.ts'

export const registerPipelines = (app: FastifyInstance): void => {
  serve(app, pipelineRoutes.list, ({ query }, ctx) => listRecords<Pipeline>(ctx, pipelineRecords, query))
  serve(app, pipelineRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, pipelineRecords, query))
  serve(app, pipelineRoutes.read, ({ params }, ctx) => readPipeline(ctx, params.id))
  serve(app, pipelineRoutes.stages, ({ params }, ctx) => listStages(ctx, params.id))
  serve(app, pipelineRoutes.create, ({ body }, ctx) => createPipeline(ctx, body))
  serve(app, pipelineRoutes.update, ({ params, body }, ctx) => updatePipeline(ctx, params.id, body))
  serve(app, pipelineRoutes.archive, ({ params, body }, ctx) => archivePipeline(ctx, params.id, body, true))
  serve(app, pipelineRoutes.unarchive, ({ params, body }, ctx) => archivePipeline(ctx, params.id, body, false))
}

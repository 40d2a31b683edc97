/** Sources over HTTP. */
import { sourceRoutes } from '@rapport/domain/features/sources/sources.contract.ts'
import type { Source } from '@rapport/domain/features/sources/sources.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { archiveSource, createSource, updateSource } from './sources.commands.ts'
import { sourceRecords } from './sources.records.ts'

export const registerSources = (app: FastifyInstance): void => {
  serve(app, sourceRoutes.list, ({ query }, ctx) => listRecords<Source>(ctx, sourceRecords, query))
  serve(app, sourceRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, sourceRecords, query))
  serve(app, sourceRoutes.read, ({ params }, ctx) => readRecord<Source>(ctx, sourceRecords, params.id))
  serve(app, sourceRoutes.create, ({ body }, ctx) => createSource(ctx, body))
  serve(app, sourceRoutes.update, ({ params, body }, ctx) => updateSource(ctx, params.id, body))
  serve(app, sourceRoutes.archive, ({ params, body }, ctx) => archiveSource(ctx, params.id, body, true))
  serve(app, sourceRoutes.unarchive, ({ params, body }, ctx) => archiveSource(ctx, params.id, body, false))
}

/** Sample things over HTTP. */
import { sampleThingRoutes } from '@rapport/domain/features/sample-things/sample-things.contract.ts'
import type { SampleThing } from '@rapport/domain/features/sample-things/sample-things.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { archiveSampleThing, createSampleThing, updateSampleThing } from './sample-things.commands.ts'
import { sampleThingRecords } from './sample-things.records.ts'

export const registerSampleThings = (app: FastifyInstance): void => {
  serve(app, sampleThingRoutes.list, ({ query }, ctx) => listRecords<SampleThing>(ctx, sampleThingRecords, query))
  serve(app, sampleThingRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, sampleThingRecords, query))
  serve(app, sampleThingRoutes.read, ({ params }, ctx) => readRecord<SampleThing>(ctx, sampleThingRecords, params.id))
  serve(app, sampleThingRoutes.create, ({ body }, ctx) => createSampleThing(ctx, body))
  serve(app, sampleThingRoutes.update, ({ params, body }, ctx) => updateSampleThing(ctx, params.id, body))
  serve(app, sampleThingRoutes.archive, ({ params, body }, ctx) => archiveSampleThing(ctx, params.id, body, true))
  serve(app, sampleThingRoutes.unarchive, ({ params, body }, ctx) => archiveSampleThing(ctx, params.id, body, false))
}

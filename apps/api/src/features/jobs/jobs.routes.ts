/** Jobs over HTTP. */
import { jobRoutes } from '@rapport/domain/features/jobs/jobs.contract.ts'
import type { Job } from '@rapport/domain/features/jobs/jobs.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { listRecords } from '../../records/list.ts'
import { cancelJob, startUndo } from './jobs.commands.ts'
import { listFaults, readJob, spoken } from './jobs.queries.ts'
import { jobRecords } from './jobs.records.ts'

export const registerJobs = (app: FastifyInstance): void => {
  serve(app, jobRoutes.list, async ({ query }, ctx) => {
    const page = await listRecords<Job>(ctx, jobRecords, query)
    return { ...page, items: page.items.map((job) => spoken(job, ctx.actor.locale)) }
  })
  serve(app, jobRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, jobRecords, query))
  serve(app, jobRoutes.read, ({ params }, ctx) => readJob(ctx, params.id))
  serve(app, jobRoutes.errors, ({ params, query }, ctx) => listFaults(ctx, params.id, query))
  serve(app, jobRoutes.cancel, ({ params, body }, ctx) => cancelJob(ctx, params.id, body))
  serve(app, jobRoutes.undo, ({ params, body }, ctx) => startUndo(ctx, params.id, body))
}

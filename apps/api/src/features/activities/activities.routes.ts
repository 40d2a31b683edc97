/** Activities over HTTP. */
import { activityRoutes } from '@rapport/domain/features/activities/activities.contract.ts'
import type { Activity } from '@rapport/domain/features/activities/activities.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { createActivity, deleteActivity, updateActivity } from './activities.commands.ts'
import { completeActivity } from './activity-completions.commands.ts'
import { cancelActivity, deferActivity, startActivity } from './activity-states.commands.ts'
import { activityRecords } from './activities.records.ts'

export const registerActivities = (app: FastifyInstance): void => {
  serve(app, activityRoutes.list, ({ query }, ctx) => listRecords<Activity>(ctx, activityRecords, query))
  serve(app, activityRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, activityRecords, query))
  serve(app, activityRoutes.read, ({ params }, ctx) => readRecord<Activity>(ctx, activityRecords, params.id))
  serve(app, activityRoutes.create, ({ body }, ctx) => createActivity(ctx, body))
  serve(app, activityRoutes.update, ({ params, body }, ctx) => updateActivity(ctx, params.id, body))
  serve(app, activityRoutes.delete, ({ params }, ctx) => deleteActivity(ctx, params.id))
  serve(app, activityRoutes.start, ({ params, body }, ctx) => startActivity(ctx, params.id, body))
  serve(app, activityRoutes.complete, ({ params, body }, ctx) => completeActivity(ctx, params.id, body))
  serve(app, activityRoutes.defer, ({ params, body }, ctx) => deferActivity(ctx, params.id, body))
  serve(app, activityRoutes.cancel, ({ params, body }, ctx) => cancelActivity(ctx, params.id, body))
}

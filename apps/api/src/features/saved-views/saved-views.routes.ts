/** Saved views over HTTP. */
import { savedViewRoutes } from '@rapport/domain/features/saved-views/saved-views.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { archiveView, createView, unarchiveView, updateView } from './saved-views.commands.ts'
import { countViews } from './view-counts.queries.ts'
import { listViews, readView } from './saved-views.queries.ts'

export const registerSavedViews = (app: FastifyInstance): void => {
  serve(app, savedViewRoutes.list, ({ query }, ctx) => listViews(ctx, query))
  serve(app, savedViewRoutes.counts, ({ query }, ctx) => countViews(ctx, query.entity))
  serve(app, savedViewRoutes.read, ({ params }, ctx) => readView(ctx, params.id))
  serve(app, savedViewRoutes.create, ({ body }, ctx) => createView(ctx, body))
  serve(app, savedViewRoutes.update, ({ params, body }, ctx) => updateView(ctx, params.id, body))
  serve(app, savedViewRoutes.archive, ({ params, body }, ctx) => archiveView(ctx, params.id, body))
  serve(app, savedViewRoutes.unarchive, ({ params, body }, ctx) => unarchiveView(ctx, params.id, body))
}

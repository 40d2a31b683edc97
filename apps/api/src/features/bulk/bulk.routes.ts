/** Changes of many records over HTTP. */
import { bulkRoutes } from '@rapport/domain/features/bulk/bulk.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { startBulk } from './bulk.commands.ts'
import { previewBulk } from './preview.queries.ts'

export const registerBulk = (app: FastifyInstance): void => {
  serve(app, bulkRoutes.customers, ({ body }, ctx) => startBulk(ctx, 'customers', body))
  serve(app, bulkRoutes.customersPreview, ({ body }, ctx) => previewBulk(ctx, 'customers', body))
  serve(app, bulkRoutes.contacts, ({ body }, ctx) => startBulk(ctx, 'contacts', body))
  serve(app, bulkRoutes.contactsPreview, ({ body }, ctx) => previewBulk(ctx, 'contacts', body))
  serve(app, bulkRoutes.opportunities, ({ body }, ctx) => startBulk(ctx, 'opportunities', body))
  serve(app, bulkRoutes.opportunitiesPreview, ({ body }, ctx) => previewBulk(ctx, 'opportunities', body))
  serve(app, bulkRoutes.activities, ({ body }, ctx) => startBulk(ctx, 'activities', body))
  serve(app, bulkRoutes.activitiesPreview, ({ body }, ctx) => previewBulk(ctx, 'activities', body))
  serve(app, bulkRoutes.products, ({ body }, ctx) => startBulk(ctx, 'products', body))
  serve(app, bulkRoutes.productsPreview, ({ body }, ctx) => previewBulk(ctx, 'products', body))
}

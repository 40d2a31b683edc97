/** Exports over HTTP. */
import { exportRoutes } from '@rapport/domain/features/exports/exports.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { sendCard } from './card.queries.ts'
import { sendExport } from './download.queries.ts'
import { startExport } from './exports.commands.ts'

export const registerExports = (app: FastifyInstance): void => {
  serve(app, exportRoutes.create, ({ body }, ctx) => startExport(ctx, body))
  serve(app, exportRoutes.file, ({ params }, ctx, { reply }) => sendExport(ctx, params.id, reply))
  serve(app, exportRoutes.contactCard, ({ params }, ctx, { reply }) => sendCard(ctx, 'contacts', params.id, reply))
  serve(app, exportRoutes.customerCard, ({ params }, ctx, { reply }) => sendCard(ctx, 'customers', params.id, reply))
}

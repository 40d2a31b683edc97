/** Settings over HTTP. */
import { settingRoutes } from '@rapport/domain/features/settings/settings.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { updateOrganisation } from './settings.commands.ts'
import { loadOrganisation } from './settings.queries.ts'

export const registerSettings = (app: FastifyInstance): void => {
  serve(app, settingRoutes.read, (_, ctx) => loadOrganisation(ctx))
  serve(app, settingRoutes.update, ({ body }, ctx) => updateOrganisation(ctx, body))
}

/** Settings over HTTP. */
import { settingRoutes } from '@rapport/domain/features/settings/settings.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { setUp, updateOrganisation } from './settings.commands.ts'
import { isSetUp, loadOrganisation } from './settings.queries.ts'

export const registerSettings = (app: FastifyInstance): void => {
  serve(app, settingRoutes.setupState, async (_, ctx) => ({
    needed: !(await isSetUp(ctx)),
    tokenNeeded: ctx.services.setupToken !== null,
  }))
  serve(app, settingRoutes.setup, ({ body }, ctx) => setUp(ctx, body))
  serve(app, settingRoutes.read, (_, ctx) => loadOrganisation(ctx))
  serve(app, settingRoutes.update, ({ body }, ctx) => updateOrganisation(ctx, body))
}

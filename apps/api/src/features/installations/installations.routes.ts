/** First set-up over HTTP. */
import { installationRoutes } from '@rapport/domain/features/installations/installations.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { setUp } from './installations.commands.ts'
import { isSetUp } from './installations.queries.ts'

export const registerInstallations = (app: FastifyInstance): void => {
  serve(app, installationRoutes.state, async (_, ctx) => ({
    needed: !(await isSetUp(ctx)),
    tokenNeeded: ctx.services.setupToken !== null,
  }))
  serve(app, installationRoutes.setUp, ({ body }, ctx) => setUp(ctx, body))
}

/** First set-up over HTTP. */
import { installationRoutes } from '@rapport/domain/features/installations/installations.contract.ts'
import type { FastifyInstance } from 'fastify'
import type { Ctx } from '../../ctx.ts'
import { serve } from '../../http/serve.ts'
import { setUpWithSample } from './installations.commands.ts'
import { isSetUp } from './installations.queries.ts'

type LoadSample = (ctx: Ctx, language: 'zh' | 'en') => Promise<unknown>

export const registerInstallations = (app: FastifyInstance, loadSample: LoadSample): void => {
  serve(app, installationRoutes.state, async (_, ctx) => ({
    needed: !(await isSetUp(ctx)),
    tokenNeeded: ctx.services.setupToken !== null,
  }))
  serve(app, installationRoutes.setUp, ({ body }, ctx) => setUpWithSample(ctx, body, loadSample))
}

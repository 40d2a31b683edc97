/** The sample company over HTTP. */
import { demoRoutes } from '@rapport/domain/features/demo/demo.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { loadDemo } from './demo.commands.ts'
import { samplePassword } from './demo-password.ts'
import { countDemo, removeDemo } from './remove-demo.commands.ts'

export const registerDemo = (app: FastifyInstance): void => {
  const password = samplePassword(app.services.config)
  serve(app, demoRoutes.read, (_, ctx) => countDemo(ctx))
  serve(app, demoRoutes.load, ({ body }, ctx) => loadDemo(ctx, body.language, password))
  serve(app, demoRoutes.remove, (_, ctx) => removeDemo(ctx))
}

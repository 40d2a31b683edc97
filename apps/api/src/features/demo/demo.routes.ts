/** The sample company over HTTP. */
import { randomBytes } from 'node:crypto'
import { demoRoutes } from '@rapport/domain/features/demo/demo.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { loadDemo } from './demo.commands.ts'
import { DEMO_PASSWORD } from './demo-password.ts'
import { countDemo, removeDemo } from './remove-demo.commands.ts'

export const registerDemo = (app: FastifyInstance): void => {
  // Beyond this machine a known password must not work: the sample accounts then get one that nobody knows.
  const password = app.services.config.exposed ? randomBytes(18).toString('base64url') : DEMO_PASSWORD
  serve(app, demoRoutes.read, (_, ctx) => countDemo(ctx))
  serve(app, demoRoutes.load, ({ body }, ctx) => loadDemo(ctx, body.language, password))
  serve(app, demoRoutes.remove, (_, ctx) => removeDemo(ctx))
}

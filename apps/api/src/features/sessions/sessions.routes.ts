/** Sign-in over HTTP. */
import { sessionRoutes } from '@rapport/domain/features/sessions/sessions.contract.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '../../http/problems.ts'
import { serve } from '../../http/serve.ts'
import { changePassword, confirmPassword } from './passwords.commands.ts'
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts'
import { endSession, signIn, updateMe } from './sessions.commands.ts'
import { listSessions, loadMe } from './sessions.queries.ts'

const agentOf = (request: FastifyRequest) => request.headers['user-agent'] ?? null

export const registerSessions = (app: FastifyInstance): void => {
  const { url } = app.services.config
  serve(app, sessionRoutes.signIn, async ({ body }, ctx, { request, reply }) => {
    const { me, token } = await signIn(ctx, body, agentOf(request))
    setSessionCookie(reply, url, token)
    return me
  })
  serve(app, sessionRoutes.who, (_, ctx) => loadMe(ctx, ctx.actor.userId ?? refuse('auth.required')))
  serve(app, sessionRoutes.signOut, async (_, ctx, { reply }) => {
    await endSession(ctx, ctx.actor.sessionId ?? refuse('record.notFound'))
    clearSessionCookie(reply, url)
  })
  serve(app, sessionRoutes.updateMe, ({ body }, ctx) => updateMe(ctx, body))
  serve(app, sessionRoutes.changePassword, async ({ body }, ctx, { request, reply }) => {
    setSessionCookie(reply, url, await changePassword(ctx, body, agentOf(request)))
  })
  serve(app, sessionRoutes.confirm, async ({ body }, ctx, { request, reply }) => {
    setSessionCookie(reply, url, await confirmPassword(ctx, body.password, agentOf(request)))
  })
  serve(app, sessionRoutes.list, (_, ctx) => listSessions(ctx))
  serve(app, sessionRoutes.end, ({ params }, ctx) => endSession(ctx, params.id))
}

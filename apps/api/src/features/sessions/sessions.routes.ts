/** Sign-in over HTTP. */
import { sessionRoutes } from '@rapport/domain/features/sessions/sessions.contract.ts'
import type { FastifyInstance } from 'fastify'
import { cookieName } from '../../access/actor.queries.ts'
import { refuse } from '../../http/problems.ts'
import { serve } from '../../http/serve.ts'
import { changePassword, endSession, signIn, updateMe } from './sessions.commands.ts'
import { listSessions, loadMe } from './sessions.queries.ts'

export const registerSessions = (app: FastifyInstance): void => {
  const { url } = app.services.config
  const cookie = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: url.startsWith('https:'),
    maxAge: 30 * 86_400,
  } as const
  serve(app, sessionRoutes.signIn, async ({ body }, ctx, { request, reply }) => {
    const { me, token } = await signIn(ctx, body, request.headers['user-agent'] ?? null)
    void reply.setCookie(cookieName(url), token, cookie)
    return me
  })
  serve(app, sessionRoutes.who, (_, ctx) => loadMe(ctx, ctx.actor.userId ?? refuse('auth.required')))
  serve(app, sessionRoutes.signOut, async (_, ctx, { reply }) => {
    await endSession(ctx, ctx.actor.sessionId ?? refuse('record.notFound'))
    void reply.clearCookie(cookieName(url), cookie)
  })
  serve(app, sessionRoutes.updateMe, ({ body }, ctx) => updateMe(ctx, body))
  serve(app, sessionRoutes.changePassword, ({ body }, ctx) => changePassword(ctx, body))
  serve(app, sessionRoutes.list, (_, ctx) => listSessions(ctx))
  serve(app, sessionRoutes.end, ({ params }, ctx) => endSession(ctx, params.id))
}

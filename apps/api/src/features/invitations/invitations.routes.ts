/** Invitations and resets over HTTP. */
import { invitationRoutes } from '@rapport/domain/features/invitations/invitations.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { setSessionCookie } from '../sessions/session-cookie.ts'
import { acceptLink, lookAtLink, makeSignInLink } from './invitations.commands.ts'

export const registerInvitations = (app: FastifyInstance): void => {
  const { url } = app.services.config
  serve(app, invitationRoutes.invite, ({ params }, ctx) => makeSignInLink(ctx, params.id, 'invite'))
  serve(app, invitationRoutes.resetPassword, ({ params }, ctx) => makeSignInLink(ctx, params.id, 'reset'))
  serve(app, invitationRoutes.look, ({ body }, ctx) => lookAtLink(ctx, body.token))
  serve(app, invitationRoutes.accept, async ({ body }, ctx, { request, reply }) => {
    const { me, token } = await acceptLink(ctx, body, request.headers['user-agent'] ?? null)
    setSessionCookie(reply, url, token)
    return me
  })
}

/** The cookie that holds a session's token. */
import type { FastifyReply } from 'fastify'
import { cookieName } from '../../access/actor.queries.ts'

const options = (publicUrl: string) =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: publicUrl.startsWith('https:'),
    maxAge: 30 * 86_400,
  }) as const

export const setSessionCookie = (reply: FastifyReply, publicUrl: string, token: string): void =>
  void reply.setCookie(cookieName(publicUrl), token, options(publicUrl))

export const clearSessionCookie = (reply: FastifyReply, publicUrl: string): void =>
  void reply.clearCookie(cookieName(publicUrl), options(publicUrl))

/**
 * The cross-site gate of every unsafe method, cookie or not: what a browser says about where a request comes from must
 * be this site. Programs say neither and pass; they need a key anyway.
 */
import type { FastifyRequest } from 'fastify'
import { refuse } from './problems.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Errors: 403 `access.crossSite`. */
export const demandSameSite = (request: FastifyRequest, publicUrl: string): void => {
  if (safe.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('access.crossSite')
  if (origin !== undefined && origin !== publicUrl && !isSameMachine(origin, request, publicUrl))
    refuse('access.crossSite')
}

const local = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const onThisMachine = /^https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(:\d+)?$/

// Opened under another local name (localhost for 127.0.0.1): the origin then is the very host the request was sent to.
// With a public address that address decides alone: behind a proxy the host may read localhost for everybody.
const isSameMachine = (origin: string, request: FastifyRequest, publicUrl: string): boolean =>
  onThisMachine.test(publicUrl) && local.test(origin) && origin === `${request.protocol}://${request.headers.host}`

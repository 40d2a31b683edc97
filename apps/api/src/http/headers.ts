/*
 * Headers of every reply. The policy allows nothing at all by itself; the one page that runs scripts, the SPA's,
 * sets its own (spa.ts). HSTS only where the public address is https, because it cannot be taken back.
 */
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { build } from '../build.ts'

const NOTHING = { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] }
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'
const YEAR = 31_536_000

/** `url` is the public address. */
export async function addHeaders(app: FastifyInstance, { url }: { url: string }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    strictTransportSecurity: url.startsWith('https:') && { maxAge: YEAR, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'permissions-policy': PERMISSIONS, 'rapport-build': build })
    if (!isAsset(request.url)) reply.header('cache-control', 'no-store')
  })
}

const isAsset = (url: string) => url.startsWith('/assets/')

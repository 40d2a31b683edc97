/*
 * The SPA: its files as they were built, with the compressed form beside each, and its one page for every other address
 * that a browser opens. The page's policy names the scripts and styles by a fresh nonce; nothing else is in that page.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { declareOpen } from './contracts.ts'
import { problemOf, readLanguage } from './problem-reply.ts'

const NONCE = '__CSP_NONCE__' // what vite writes wherever the page needs the nonce (html.cspNonce)

/** Serves the build in `folder`; without one, only the API answers. */
export async function addSpa(app: FastifyInstance, folder: string): Promise<void> {
  const index = path.join(folder, 'index.html')
  const page = existsSync(index) ? readFileSync(index, 'utf8') : undefined
  if (page) {
    await app.register(async (files) => {
      declareOpen(files, 'the SPA as it was built, the same for everybody')
      await files.register(serveFiles, {
        root: folder,
        preCompressed: true,
        index: false,
        dotfiles: 'ignore',
        decorateReply: false,
        allowedPath: (file) => path.extname(file) !== '' && file !== '/index.html', // the page goes through sendPage
        setHeaders: (reply, file) => {
          const isHashed = file.startsWith(path.join(folder, 'assets'))
          reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        },
      })
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (page && wantsPage(request)) return sendPage(reply, page)
    const caller = { id: request.id, language: readLanguage(request.headers['accept-language']) }
    const problem = problemOf('route.notFound', caller)
    return reply.code(problem.status).type('application/problem+json').send(problem)
  })
}

/** A browser that opens an address, which is never one of the API nor a missing file. */
function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const pathname = /^[^?#]*/.exec(url)?.[0] ?? '' // not parsed as an address: what a client sends as one may be none
  const isOurs = pathname !== '/api' && !pathname.startsWith('/api/') && path.extname(pathname) === ''
  return (method === 'GET' || method === 'HEAD') && isOurs && /text\/html|\*\/\*/.test(headers.accept ?? '*/*')
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  reply.headers({ 'content-security-policy': policy.join('; '), 'cache-control': 'no-store' })
  return reply.code(200).type('text/html; charset=utf-8').send(page.replaceAll(NONCE, nonce))
}

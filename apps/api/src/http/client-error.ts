/** Answers what never became a request: broken HTTP, oversized headers, a client that stopped sending. */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { ErrorCode } from '@rapport/domain/errors.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemOf, readLanguage } from './problem-reply.ts'

const CODES: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers.tooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
}

/** Fastify's frameworkErrors: a target that is no path, which no hook has seen yet. */
export function answerBadTarget(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const language = readLanguage(request.headers['accept-language'])
  const problem = problemOf('request.malformed', { id: request.id, language })
  reply.raw.writeHead(problem.status, { ...HEADERS, 'content-type': 'application/problem+json; charset=utf-8' })
  reply.raw.end(JSON.stringify(problem))
}

// These answers pass none of the hooks that set headers.
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
}

/** Fastify's clientErrorHandler; the connection is closed. */
export function answerClientError(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const problem = problemOf(CODES[error.code ?? ''] ?? 'request.malformed', { id: randomUUID(), language: 'en' })
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}

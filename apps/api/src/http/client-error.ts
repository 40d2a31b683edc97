/** Answers what never became a request: broken HTTP, oversized headers, a client that stopped sending. */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { ErrorCode } from '@rapport/domain/errors.ts'
import { problemOf } from './problem-reply.ts'

const CODES: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers.tooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
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
    'cache-control: no-store',
    'connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}

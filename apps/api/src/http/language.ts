/** The caller's language: his own when signed in, else what his browser asks for first. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { FastifyRequest } from 'fastify'

export const languageOf = (request: FastifyRequest): keyof Label => {
  const wanted = request.headers['accept-language'] ?? request.actor?.locale ?? 'zh-CN'
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh'
}

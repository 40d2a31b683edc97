/** The one error handler: everything that is not a success leaves as application/problem+json in the caller's language. */
import { errors, type ErrorCode, fill } from '@rapport/domain/errors.ts'
import { fieldErrors } from '@rapport/domain/field-errors.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sqlStateOf } from '../db/sql-state.ts'
import { findTrouble, type Trouble } from '../db/trouble.ts'
import { duplicateRefusal } from './duplicates.ts'
import { Refusal, type FieldFault } from './problems.ts'
import { problemOf, readLanguage } from './problem-reply.ts'

export const installErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, refusalOf(error, request)))
}

export const sendProblem = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply => {
  const language = languageOf(request)
  const { code, params, faults } = refusal
  const problem = problemOf(
    code,
    { id: request.id, language },
    {
      ...(Object.keys(params).length > 0 && { params }),
      ...(faults.length > 0 && { errors: faults.map((fault) => fieldProblem(fault, language)) }),
    },
  )
  if (problem.status === 503) void reply.header('retry-after', '2')
  if (problem.status === 429) void reply.header('retry-after', String(params.seconds ?? 60))
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem)
}

// What the browser asks for, else what the caller has chosen.
const languageOf = (request: FastifyRequest): keyof Label => {
  const wanted = request.headers['accept-language']
  if (wanted && /\b(zh|en)\b/i.test(wanted)) return readLanguage(wanted)
  return request.actor?.locale === 'en' ? 'en' : 'zh'
}

const fieldProblem = ({ path, code, params }: FieldFault, language: keyof Label) => {
  const text = fieldErrors[code] ?? (code in errors ? errors[code as ErrorCode].title : fieldErrors['field.invalid'])
  return { path, code, message: fill(text?.[language] ?? code, params), ...(params && { params }) }
}

const byStatus: Record<number, ErrorCode> = {
  400: 'request.malformed',
  404: 'route.notFound',
  405: 'method.notAllowed',
  413: 'body.tooLarge',
  415: 'media.unsupported',
  429: 'rate.limited',
  431: 'headers.tooLarge',
  503: 'service.unavailable',
}

// What the database refuses by its own constraints was a race or a rule the command did not name: a conflict, not a fault of ours.
const byState: Record<string, ErrorCode> = {
  '23503': 'record.inUse',
  '23001': 'record.inUse',
  '23514': 'rule.refused',
}

const byTrouble: Record<Trouble, ErrorCode> = {
  away: 'service.unavailable',
  busy: 'service.unavailable',
  diskFull: 'disk.full',
}

export const refusalOf = (error: FastifyError, request: FastifyRequest): Refusal => {
  if (error instanceof Refusal) return error
  const state = sqlStateOf(error)
  if (state === '23505') return duplicateRefusal(error, request)
  const known = state ? byState[state] : undefined
  if (known) return new Refusal(known, known === 'record.inUse' ? { count: 1 } : {})
  const trouble = findTrouble(error)
  if (trouble) {
    request.log.warn({ err: error, trouble }, 'the database refused')
    return new Refusal(byTrouble[trouble])
  }
  if (error.statusCode !== undefined && error.statusCode < 500 && error.statusCode >= 400)
    return new Refusal(byStatus[error.statusCode] ?? 'request.malformed')
  if (error.statusCode === 503) return new Refusal('service.unavailable')
  request.log.error({ err: error }, 'request failed')
  return new Refusal('internal')
}

/** What a route answers: its reply, and every refusal as a problem document with an example per code. */
import { problem } from '@rapport/domain/contract/problem.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import { errors, type ErrorCode } from '@rapport/domain/errors.ts'
import { problemOf } from '../problem-reply.ts'
import { headerRef } from './headers.ts'
import { refusalsByStatus, shapeOf } from './refusals.ts'
import type { Json, Schemas } from './schemas.ts'

const LARGEST_FILE = 1_073_741_824
const limits = { ...headerRef('RateLimit-Limit'), ...headerRef('RateLimit-Remaining'), ...headerRef('RateLimit-Reset') }
const EXAMPLE_ID = '0199f3a0-5b1e-7c3d-8a44-1f2e3d4c5b6a'

/** Refusals stand once each among `responses`, which grows by what the route brings. */
export const answersOf = (route: Route, schemas: Schemas, responses: Record<string, Json>): Json => {
  const refusals = refusalsByStatus(route).map(([status, codes]) => {
    const name = nameIn(responses, status, refusal(status, codes, schemas))
    return [status, { $ref: `#/components/responses/${name}` }]
  })
  return {
    [route.status ?? 200]: success(route, schemas),
    ...Object.fromEntries(refusals),
    default: { $ref: '#/components/responses/refused' },
  }
}

const nameIn = (responses: Record<string, Json>, status: number, made: Json): string => {
  const alike = Object.keys(responses).filter((name) => name.startsWith(`refused${status}`))
  const known = alike.find((name) => JSON.stringify(responses[name]) === JSON.stringify(made))
  if (known) return known
  const name = `refused${status}-${alike.length + 1}`
  responses[name] = made
  return name
}

const success = (route: Route, schemas: Schemas): Json => {
  const shape = shapeOf(route.reply)
  const headers = {
    ...limits,
    ...('version' in shape && headerRef('ETag')),
    ...(route.status === 201 && 'id' in shape && headerRef('Location')),
    ...(route.method === 'POST' && headerRef('Idempotency-Replayed')),
  }
  const content = contentOf(route, schemas)
  if (!content) return { description: 'Done; the answer is empty.', headers }
  return { description: descriptions[route.status ?? 200], headers, content }
}

const descriptions: Record<number, string> = {
  200: 'As asked.',
  201: 'Made; the answer is the new record.',
  202: 'Taken; it goes on in the background, and the record tells how far it is.',
}

const contentOf = ({ reply, sends }: Route, schemas: Schemas): Json | null => {
  if (sends) return { [sends]: { schema: { type: 'string', format: 'binary', maxLength: LARGEST_FILE } } }
  return reply && { 'application/json': { schema: schemas.of(reply, 'output') } }
}

const refusal = (status: number, codes: ErrorCode[], schemas: Schemas): Json => ({
  description: codes.map((code) => `\`${code}\`: ${errors[code].title.en}`).join('; '),
  headers: { ...limits, ...([429, 503].includes(status) && headerRef('Retry-After')) },
  content: problemContent(codes, schemas),
})

const problemContent = (codes: readonly ErrorCode[], schemas: Schemas): Json => ({
  'application/problem+json': {
    schema: schemas.of(problem, 'output'),
    examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
  },
})

/** What any address can answer besides: the codes that belong to no route. */
export const otherRefusal = (routes: readonly Route[], schemas: Schemas): Json => {
  const named = new Set(routes.flatMap((route) => refusalsByStatus(route).flatMap(([, codes]) => codes)))
  const codes = (Object.keys(errors) as ErrorCode[]).filter((code) => !named.has(code))
  return { description: 'Any other refusal.', headers: limits, content: problemContent(codes, schemas) }
}

/** An example of every problem, in English. */
export const problemExamples = (): Json =>
  Object.fromEntries(
    (Object.keys(errors) as ErrorCode[]).map((code) => [
      code,
      { summary: errors[code].title.en, value: problemOf(code, { id: EXAMPLE_ID, language: 'en' }) },
    ]),
  )

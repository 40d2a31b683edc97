/** Which errors a route can answer with: what its contract names, and what follows from its form. */
import type { Route } from '@rapport/domain/contract/route.ts'
import { errors, type ErrorCode } from '@rapport/domain/errors.ts'
import type { z } from 'zod'

/** The fields of an object schema; none for any other. */
export const shapeOf = (schema: z.ZodType | null | undefined): Record<string, z.ZodType> =>
  schema && 'shape' in schema ? (schema.shape as Record<string, z.ZodType>) : {}

/** Whether the caller says on which version the change is based. */
export const isVersioned = ({ body }: Route): boolean => 'version' in shapeOf(body)
export const isWrite = ({ method }: Route): boolean => method !== 'GET'

const always: ErrorCode[] = ['request.malformed', 'rate.limited', 'internal', 'service.unavailable']
const ofQuery: Record<string, ErrorCode[]> = {
  filter: ['filter.field', 'filter.operator', 'filter.value'],
  sort: ['sort.field'],
  fields: ['fields.unknown'],
  cursor: ['cursor.invalid'],
  groupBy: ['group.field'],
  measures: ['measure.unknown'],
}

const refusalsOf = (route: Route): ErrorCode[] => [
  ...always,
  ...when(route.access === 'session', 'auth.required', 'access.denied'),
  ...when(isWrite(route), 'access.crossSite', 'record.duplicate', 'record.exists', 'rule.refused', 'disk.full'),
  ...when(route.params !== undefined, 'record.notFound'),
  ...Object.keys(shapeOf(route.query)).flatMap((name) => ofQuery[name] ?? []),
  ...when(route.body !== undefined, 'media.unsupported', 'body.tooLarge'),
  ...when(route.body !== undefined && !route.upload, 'request.json', 'request.tooDeep'),
  ...when(route.body !== undefined && route.access === 'session', 'field.forbidden', 'reference.invalid'),
  ...when(isVersioned(route), 'version.missing', 'version.stale'),
  ...when(route.method === 'DELETE' && route.params !== undefined, 'version.stale'),
  ...when(route.method === 'POST', 'idempotency.running', 'idempotency.differs'),
  ...(route.errors ?? []),
]

const when = (holds: boolean, ...codes: ErrorCode[]) => (holds ? codes : [])

/** The codes by status, lowest first. */
export const refusalsByStatus = (route: Route): [number, ErrorCode[]][] => {
  const found = new Map<number, Set<ErrorCode>>()
  for (const code of refusalsOf(route)) {
    const { status } = errors[code]
    found.set(status, (found.get(status) ?? new Set()).add(code))
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([status, codes]) => [status, [...codes]])
}

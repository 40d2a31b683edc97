/** One route as an operation of the document. */
import type { Route } from '@rapport/domain/contract/route.ts'
import { answersOf } from './answers.ts'
import { parameterRef } from './headers.ts'
import { isVersioned } from './refusals.ts'
import type { Json, Schemas } from './schemas.ts'

export type Declared = { room: string; name: string; route: Route }

export const operationOf = (
  { room, name, route }: Declared,
  schemas: Schemas,
  responses: Record<string, Json>,
): Json => ({
  operationId: camel(`${room}-${name}`),
  tags: [room],
  summary: route.summary,
  description: describe(route),
  security: securityOf(route),
  parameters: [
    ...parametersOf(route.params, 'path', schemas),
    ...parametersOf(route.query, 'query', schemas),
    ...(isVersioned(route) || route.method === 'DELETE' ? [parameterRef('IfMatch')] : []),
    ...(route.method === 'POST' ? [parameterRef('IdempotencyKey')] : []),
    ...(route.sends === 'text/event-stream' ? [parameterRef('LastEventId')] : []),
  ],
  ...(route.body && { requestBody: bodyOf(route, route.body, schemas) }),
  responses: answersOf(route, schemas, responses),
})

const camel = (text: string) => text.replace(/-(\w)/g, (_, char: string) => char.toUpperCase())

const securityOf = ({ access, inPerson }: Route): Json[] => {
  if (access === 'public') return [{}]
  return inPerson ? [{ session: [] }] : [{ session: [] }, { key: [] }]
}

const describe = ({ summary, access, inPerson, permission }: Route): string => {
  const who =
    access === 'public'
      ? 'Open to everybody.'
      : inPerson
        ? 'For a person who signed in, not for an API key.'
        : permission
          ? `Needs the right \`${permission}\`.`
          : 'For who is signed in.'
  return `${summary}. ${who}`
}

const parametersOf = (schema: Route['query'], place: 'path' | 'query', schemas: Schemas): Json[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = schemas.of(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema: withFilter(rest),
  }))
}

// JSON within the text of a parameter: a condition, wherever there is one.
const withFilter = (schema: Json): Json =>
  schema.contentMediaType === 'application/json'
    ? { ...schema, contentSchema: { $ref: '#/components/schemas/Filter' } }
    : schema

const LARGEST_UPLOAD = 104_857_600

const bodyOf = ({ upload }: Route, body: NonNullable<Route['body']>, schemas: Schemas): Json => {
  const schema = schemas.of(body, 'input')
  if (!upload) return { required: !isOptional(schema), content: { 'application/json': { schema } } }
  const { properties, required = [] } = schema as { properties: Json; required?: string[] }
  const file = {
    type: 'string',
    format: 'binary',
    maxLength: LARGEST_UPLOAD,
    description: 'CSV or XLSX, up to 100 MiB.',
  }
  const form = { type: 'object', additionalProperties: false, required: [...required, 'file'] }
  return {
    required: true,
    content: { 'multipart/form-data': { schema: { ...form, properties: { ...properties, file } } } },
  }
}

// A body of which nothing is required may be left out.
const isOptional = ({ required = [] }: { required?: unknown[] }) => required.length === 0

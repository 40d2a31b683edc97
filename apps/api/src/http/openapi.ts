/** The OpenAPI 3.1 document, made from the same contracts the routes are made from. */
import { problem } from '@rapport/domain/contract/problem.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { z } from 'zod'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

// A route that declares no parameters takes none, rather than any.
const nothing = z.strictObject({})

/** The schema of a route for Fastify: validation, serialisation and the document in one. */
export const openApiOf = (route: Route): FastifySchema & Record<string, unknown> => ({
  summary: route.summary,
  operationId: operationId(route),
  tags: [route.path.split('/')[1] ?? ''],
  ...(route.access === 'session' ? { security: [{ session: [] }, { key: [] }] } : { security: [] }),
  params: route.params ?? nothing,
  querystring: route.query ?? nothing,
  ...(route.body && !route.upload && { body: route.body }),
  response: { ...(route.reply && !route.sends && { [route.status ?? 200]: route.reply }), default: problem },
})

const operationId = ({ method, path }: Route) =>
  [
    method.toLowerCase(),
    ...path
      .split('/')
      .filter(Boolean)
      .map((part) => part.replace(/^:/, 'by-')),
  ]
    .join('-')
    .replace(/-(\w)/g, (_, char: string) => char.toUpperCase())

export const installOpenApi = async (app: FastifyInstance, version: string): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Rapport',
        version,
        description: 'Customer relationship management for small and medium-sized companies.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'rapport' },
          key: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

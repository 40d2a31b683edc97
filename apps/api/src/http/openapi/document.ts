/** The OpenAPI 3.1 document, made from the same contracts the routes are made from. */
import { allRoutes } from '@rapport/domain/api.ts'
import { cookieName } from '../../access/actor.queries.ts'
import { otherRefusal, problemExamples } from './answers.ts'
import { replyHeaders, requestHeaders } from './headers.ts'
import { operationOf, type Declared } from './operation.ts'
import { createSchemas, type Json } from './schemas.ts'
import { tagsOf } from './tags.ts'

export const BASE = '/api/v1'

const description = `What the pages of Rapport do, any program can do: they are the first client of this API and have no private door.

- JSON only. Unknown keys, wrong types and \`null\` for what cannot be empty are refused.
- Sign in with \`POST /session\` (a cookie) or send an API key as \`Authorization: Bearer …\`.
- A record carries \`version\`; a change sends it back in the body or as \`If-Match\`. Missing: 428, stale: 412.
- A POST with an \`Idempotency-Key\` happens once, however often it is sent within 24 hours.
- Money is a decimal text beside its currency; instants are ISO 8601 in UTC, dates \`YYYY-MM-DD\`.
- Every refusal is a problem document (RFC 9457); programs look at \`code\`, people read \`title\` and \`detail\` in the language of \`Accept-Language\` (zh-CN, en).`

/** `url` is the public address: over https the cookie has another name. */
export const buildDocument = (version: string, url: string, routes: readonly Declared[] = allRoutes): Json => {
  const schemas = createSchemas()
  const responses: Record<string, Json> = {
    refused: otherRefusal(
      routes.map(({ route }) => route),
      schemas,
    ),
  }
  const paths: Record<string, Json> = {}
  for (const declared of routes) {
    const path = `${BASE}${declared.route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [declared.route.method.toLowerCase()]: operationOf(declared, schemas, responses) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version,
      description,
      contact: { name: 'The administrator of this installation' },
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/', description: 'This installation, in production', 'x-internal': false }],
    tags: tagsOf(routes),
    security: [{ session: [] }, { key: [] }],
    paths,
    components: {
      securitySchemes: securitySchemes(url),
      parameters: requestHeaders,
      headers: replyHeaders,
      responses,
      examples: problemExamples(),
      schemas: schemas.components,
    },
  }
}

const securitySchemes = (url: string): Json => ({
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: cookieName(url),
    description: 'The cookie of `POST /session`; browsers alone use it.',
  },
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, made in the settings, with scopes and an end; never more than its owner may.',
  },
})

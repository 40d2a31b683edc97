/** Serves the document at /api/v1/openapi.json and a page to read it at /api/docs, whose files are all our own. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { declareOpen } from '../contracts.ts'
import { BASE, buildDocument } from './document.ts'

// Nothing inline; the pictures of its style sheet are data.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `url` is the public address. */
export const installOpenApi = async (app: FastifyInstance, version: string, url: string): Promise<void> => {
  const document = buildDocument(version, url)
  const text = JSON.stringify(document)
  const open = { config: { open: 'the contract is public, like the source' } }
  app.get(`${BASE}/openapi.json`, open, (_request, reply) => reply.type('application/json; charset=utf-8').send(text))
  await app.register(async (docs) => {
    declareOpen(docs, 'the contract is public, and the files that show it are the same for everybody')
    // Its type knows OpenAPI 3.0 only.
    await docs.register(swagger, { mode: 'static', specification: { document: document as never } })
    await docs.register(swaggerUi, {
      routePrefix: '/api/docs',
      staticCSP: POLICY,
      theme: { title: 'Rapport API' },
      uiConfig: { layout: 'BaseLayout', docExpansion: 'none', displayRequestDuration: true, tagsSorter: 'alpha' },
    })
  })
}

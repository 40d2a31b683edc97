import { allRoutes } from '@rapport/domain/api.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

type Operation = {
  operationId: string
  tags: string[]
  security: object[]
  parameters: { $ref?: string; name?: string; description?: string; schema?: object }[]
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, { $ref?: string; headers?: object; content?: object }>
}
type Document = {
  openapi: string
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { properties: Record<string, object> }>; responses: Record<string, object> }
}

const test = useApp()
let document: Document
beforeAll(async () => {
  document = (await test.app.inject('/api/v1/openapi.json')).json()
})
const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path))
const at = (method: string, path: string) => document.paths[`/api/v1${path}`]?.[method] as Operation

describe('GET /openapi.json', () => {
  it('200 for everybody, with an operation for every contract and nothing else', () => {
    expect(document.openapi).toBe('3.1.0')
    const described = Object.entries(document.paths).flatMap(([path, byMethod]) =>
      Object.keys(byMethod).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const contracts = allRoutes.map(({ route }) => `${route.method} /api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(described.toSorted()).toEqual(contracts.toSorted())
    expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(contracts.length)
  })

  it('200 with a description for every chapter and every parameter', () => {
    const chapters = new Map(document.tags.map(({ name, description }) => [name, description]))
    for (const { tags, parameters } of operations()) {
      expect(chapters.get(tags[0] ?? '')).toMatch(/\.$/)
      const plain = parameters.filter((parameter) => !parameter.$ref)
      expect(plain.filter(({ description }) => !description)).toEqual([])
    }
  })

  it('200 with closed bodies: an unknown key is refused, and the document says so [B4]', () => {
    const bodies = operations().flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}))
    expect(bodies.length).toBeGreaterThan(40)
    for (const { schema } of bodies) expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
  })

  it('200 with every refusal as a problem document, and what a change and a command need', () => {
    const { parameters, responses, security } = at('patch', '/opportunities/{id}')
    expect(security).toEqual([{ session: [] }, { key: [] }])
    expect(parameters).toContainEqual({ $ref: '#/components/parameters/IfMatch' })
    expect(Object.keys(responses)).toEqual(expect.arrayContaining('200 400 401 403 404 412 422 428 429 503'.split(' ')))
    expect(responses['200']?.headers).toHaveProperty('ETag')
    for (const response of Object.values(document.components.responses))
      expect(response).toMatchObject({
        content: { 'application/problem+json': { schema: { $ref: expect.any(String) } } },
      })
    const create = at('post', '/opportunities')
    expect(create.parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' })
    expect(create.responses['201']?.headers).toMatchObject({ Location: {}, 'Idempotency-Replayed': {} })
  })

  it('200 with the upload as a form, its file beside its fields', () => {
    const form = at('post', '/imports').requestBody?.content['multipart/form-data']
    expect(form?.schema).toMatchObject({
      required: ['entity', 'file'],
      properties: { entity: { enum: expect.arrayContaining(['opportunities']) }, file: { format: 'binary' } },
    })
  })

  it('200 with the filter as a tree that contains itself', () => {
    const filter = at('get', '/opportunities').parameters.find(({ name }) => name === 'filter')
    expect(filter?.schema).toMatchObject({ contentSchema: { $ref: '#/components/schemas/Filter' } })
    expect(JSON.stringify(document.components.schemas.Filter)).toContain('"not":{"$ref":"#/components/schemas/Filter"}')
  })
})

describe('GET /api/docs', () => {
  it('200 with a page without anything inline, whose files are all ours [D8]', async () => {
    const page = await test.app.inject('/api/docs')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.body).not.toMatch(/<style|<script(?![^>]*src=)|\son\w+=|style=/)
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file as string)
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) {
      expect(file).toMatch(/^\/api\/docs\/static\//)
      expect((await test.app.inject(file)).statusCode).toBe(200)
    }
    const shown = await test.app.inject('/api/docs/json')
    expect(shown.json()).toEqual(document)
  })
})

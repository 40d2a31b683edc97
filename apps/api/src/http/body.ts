/** What a request body may be: exactly JSON (or a file where the contract says so), decided before anything is parsed. */
import type { FastifyInstance } from 'fastify'
import { parseJson } from './json.ts'
import { refuse } from './problems.ts'

const json = /^application\/json(; ?charset=utf-8)?$/i

/** Replaces Fastify's own parsers, which accept more. Errors: 415 `media.unsupported`, 400 `request.json`. */
export const installBody = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/json/i,
    { parseAs: 'string' },
    async (request: { headers: Record<string, unknown> }, body: string | Buffer) => {
      if (!json.test(String(request.headers['content-type']))) refuse('media.unsupported')
      return parseJson(String(body))
    },
  )
}

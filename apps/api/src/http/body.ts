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
    { parseAs: 'buffer' },
    async (request: { headers: Record<string, unknown> }, body: string | Buffer) => {
      if (!json.test(String(request.headers['content-type']))) refuse('media.unsupported')
      return parseJson(decode(body as Buffer))
    },
  )
}

// A decoder that is not fatal would put U+FFFD for what it cannot read, and the record would hold what nobody sent.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const decode = (body: Buffer): string => {
  try {
    return utf8.decode(body)
  } catch {
    return refuse('request.json')
  }
}

/** The schemas of a route for Fastify: what comes in is validated by them, what is sent is cut to them. */
import { problem } from '@rapport/domain/contract/problem.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import type { FastifySchema } from 'fastify'
import { z } from 'zod'

// A route that declares no parameters takes none, rather than any.
const nothing = z.strictObject({})

export const schemaOf = (route: Route): FastifySchema => ({
  params: route.params ?? nothing,
  querystring: route.query ?? nothing,
  ...(route.body && !route.upload && { body: route.body }),
  response: { ...(route.reply && !route.sends && { [route.status ?? 200]: route.reply }), default: problem },
})

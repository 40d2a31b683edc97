/** Search over HTTP. */
import { searchRoutes } from '@rapport/domain/features/search/search.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { search } from './search.queries.ts'

export const registerSearch = (app: FastifyInstance): void => {
  serve(app, searchRoutes.search, async ({ query }, ctx) => ({ items: await search(ctx, query) }))
}

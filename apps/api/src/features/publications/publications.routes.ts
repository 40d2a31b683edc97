/** Drafts and publications of stages over HTTP. */
import { publicationRoutes } from '@rapport/domain/features/publications/publications.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { discardDraft, saveDraft } from './drafts.commands.ts'
import { previewDraft } from './previews.queries.ts'
import { publish } from './publications.commands.ts'
import { listVersions } from './publications.queries.ts'

export const registerPublications = (app: FastifyInstance): void => {
  const routes = publicationRoutes
  serve(app, routes.saveDraft, ({ params, body }, ctx) => saveDraft(ctx, params.id, body))
  serve(app, routes.preview, ({ params, body }, ctx) => previewDraft(ctx, params.id, body.draft))
  serve(app, routes.publish, ({ params, body }, ctx) => publish(ctx, params.id, body))
  serve(app, routes.discardDraft, ({ params, body }, ctx) => discardDraft(ctx, params.id, body))
  serve(app, routes.versions, ({ params }, ctx) => listVersions(ctx, params.id))
}

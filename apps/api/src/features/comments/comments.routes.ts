/** Comments over HTTP. */
import { commentRoutes } from '@rapport/domain/features/comments/comments.contract.ts'
import type { Comment } from '@rapport/domain/features/comments/comments.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { createComment, deleteComment, updateComment } from './comments.commands.ts'
import { commentRecords } from './comments.records.ts'
import { findReaders } from './record-readers.queries.ts'

export const registerComments = (app: FastifyInstance): void => {
  serve(app, commentRoutes.list, ({ query }, ctx) => listRecords<Comment>(ctx, commentRecords, query))
  serve(app, commentRoutes.read, ({ params }, ctx) => readRecord<Comment>(ctx, commentRecords, params.id))
  serve(app, commentRoutes.create, ({ body }, ctx) => createComment(ctx, body))
  serve(app, commentRoutes.update, ({ params, body }, ctx) => updateComment(ctx, params.id, body))
  serve(app, commentRoutes.delete, ({ params }, ctx) => deleteComment(ctx, params.id))
  serve(app, commentRoutes.readersOfCustomer, ({ params, query }, ctx) =>
    findReaders(ctx, { type: 'customer', id: params.id }, query),
  )
  serve(app, commentRoutes.readersOfContact, ({ params, query }, ctx) =>
    findReaders(ctx, { type: 'contact', id: params.id }, query),
  )
  serve(app, commentRoutes.readersOfOpportunity, ({ params, query }, ctx) =>
    findReaders(ctx, { type: 'opportunity', id: params.id }, query),
  )
}

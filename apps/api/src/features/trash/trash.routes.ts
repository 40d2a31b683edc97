/** The trash over HTTP. */
import { trashRoutes } from '@rapport/domain/features/trash/trash.contract.ts'
import type { TrashEntry } from '@rapport/domain/features/trash/trash.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { listRecords } from '../../records/list.ts'
import { restoreFromTrash } from './trash.commands.ts'
import { trashRecords } from './trash.records.ts'

export const registerTrash = (app: FastifyInstance): void => {
  serve(app, trashRoutes.list, ({ query }, ctx) => listRecords<TrashEntry>(ctx, trashRecords, query))
  serve(app, trashRoutes.restore, ({ params }, ctx) => restoreFromTrash(ctx, params.id))
}

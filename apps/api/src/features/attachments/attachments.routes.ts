/** Files of records over HTTP. The upload alone takes a form; it stands in a scope of its own so that nothing else does. */
import multipart from '@fastify/multipart'
import { attachmentSize, MEGABYTE } from '@rapport/domain/features/settings/attachment-size.ts'
import { attachmentRoutes } from '@rapport/domain/features/attachments/attachments.contract.ts'
import { attachmentDraft, type Attachment } from '@rapport/domain/features/attachments/attachments.ts'
import type { FastifyInstance } from 'fastify'
import { receiveFile } from '../../files/receive-file.ts'
import { serve } from '../../http/serve.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { loadAttachmentLimit } from '../settings/settings.queries.ts'
import { FOLDER } from './attachment-store.ts'
import { createAttachment, deleteAttachment } from './attachments.commands.ts'
import { attachmentRecords } from './attachments.records.ts'
import { sendAttachment } from './download.queries.ts'

export const registerAttachments = (app: FastifyInstance): void => {
  void app.register(async (forms) => {
    await forms.register(multipart, {
      limits: { fileSize: attachmentSize.most * MEGABYTE, files: 1, fields: 10, fieldSize: 1000, headerPairs: 50 },
    })
    serve(forms, attachmentRoutes.create, async (_args, ctx, { request }) =>
      createAttachment(
        ctx,
        await receiveFile(request, ctx.services.config.home, FOLDER, attachmentDraft, await loadAttachmentLimit(ctx)),
      ),
    )
  })
  serve(app, attachmentRoutes.list, ({ query }, ctx) => listRecords<Attachment>(ctx, attachmentRecords, query))
  serve(app, attachmentRoutes.read, ({ params }, ctx) => readRecord<Attachment>(ctx, attachmentRecords, params.id))
  serve(app, attachmentRoutes.delete, ({ params }, ctx) => deleteAttachment(ctx, params.id))
  serve(app, attachmentRoutes.file, ({ params }, ctx, { reply }) => sendAttachment(ctx, params.id, reply))
}

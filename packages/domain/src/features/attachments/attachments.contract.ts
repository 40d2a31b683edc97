/** What the API offers on files of records: they need no right of their own, who sees the record reads and adds them. */
import { z } from 'zod'
import { idParams, listQuery, pageOf } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { attachment, attachmentDraft } from './attachments.ts'

export const attachmentRoutes = {
  list: route({
    method: 'GET',
    path: '/attachments',
    access: 'session',
    summary: 'List the files of the records one sees',
    query: listQuery,
    reply: pageOf(attachment),
  }),
  read: route({
    method: 'GET',
    path: '/attachments/:id',
    access: 'session',
    summary: 'Read what is known of a file',
    params: idParams,
    reply: attachment,
  }),
  create: route({
    method: 'POST',
    path: '/attachments',
    access: 'session',
    summary: 'Attach a file to a record (multipart: targetType, targetId, file)',
    body: attachmentDraft,
    upload: true,
    reply: attachment,
    status: 201,
    errors: ['record.notFound', 'attachment.file', 'body.tooLarge', 'media.unsupported'],
  }),
  delete: route({
    method: 'DELETE',
    path: '/attachments/:id',
    access: 'session',
    summary: 'Take a file away',
    params: idParams,
    reply: null,
    status: 204,
  }),
  file: route({
    method: 'GET',
    path: '/attachments/:id/file',
    access: 'session',
    summary: 'Download the file',
    params: idParams,
    reply: z.string(),
    sends: 'application/octet-stream',
    errors: ['attachment.gone'],
  }),
}

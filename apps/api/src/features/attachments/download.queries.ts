/** A file on its way out: to be kept, never to be shown or run as a page of ours, whatever it says it is. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Attachment } from '@rapport/domain/features/attachments/attachments.ts'
import type { FastifyReply } from 'fastify'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { column } from '../../records/record-set.ts'
import { readRecordBeside } from '../../records/find.ts'
import { attachmentPath } from './attachment-store.ts'
import { attachmentRecords } from './attachments.records.ts'

/** Errors: 404, 409 `attachment.gone` when the disk has lost it. */
export const sendAttachment = async (ctx: Ctx, id: string, reply: FastifyReply): Promise<string> => {
  const storageKey = column('attachment', 'storageKey')
  const { record, beside } = await readRecordBeside<Attachment, { storageKey: string }>(ctx, attachmentRecords, id, {
    storageKey,
  })
  const file = attachmentPath(ctx.services.config.home, beside.storageKey)
  const found = (await stat(file).catch(() => null)) ?? refuse('attachment.gone')
  void reply
    .type(record.mime)
    .header('content-length', found.size)
    .header('content-disposition', `attachment; filename="file"; filename*=UTF-8''${encodeName(record.name)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
  return createReadStream(file) as unknown as string // the bytes, as they are read
}

// The marks that encodeURIComponent leaves and a header may not hold.
const encodeName = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

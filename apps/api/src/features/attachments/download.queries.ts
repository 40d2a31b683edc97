/** A file on its way out: to be kept, never to be shown or run as a page of ours, whatever it says it is. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Attachment } from '@rapport/domain/features/attachments/attachments.ts'
import type { FastifyReply } from 'fastify'
import type { Ctx } from '../../ctx.ts'
import { asFile } from '../../http/as-file.ts'
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
  void asFile(reply, record.mime, record.name, 'file')
    .header('content-length', found.size)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
  return createReadStream(file) as unknown as string // the bytes, as they are read
}

/** A file comes to a record, and is taken away from it again. Its name is told by the event, its content by nothing. */
import { rm } from 'node:fs/promises'
import type { Attachment, AttachmentDraft } from '@rapport/domain/features/attachments/attachments.ts'
import { attachmentPolicy } from '@rapport/domain/features/attachments/attachments.policy.ts'
import type { AttachmentTarget } from '@rapport/domain/features/attachments/attachments.fields.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { findTrouble } from '../../db/trouble.ts'
import { record } from '../../events/record.ts'
import { uploadCtx, type Received } from '../../files/receive-file.ts'
import { demand, refuse } from '../../http/problems.ts'
import { lockVisible, readRecord, visibleIds } from '../../records/find.ts'
import { sameVersionIfSent } from '../../records/trash.ts'
import { stamp } from '../../records/versions.ts'
import { setAside } from './attachment-store.ts'
import { attachedSets, attachmentRecords } from './attachments.records.ts'
import { checkFile } from './check-file.ts'

/** Errors: 404 for a record one does not see, 422 `attachment.file` for what may not be attached. The file goes with a refusal. */
export const createAttachment = async (ctx: Ctx, upload: Received<AttachmentDraft>): Promise<Attachment> => {
  const { fields } = upload
  const { kind, mime, size, sha256 } = await checkUpload(ctx, upload)
  const file = await setAside(upload.file)
  try {
    return await transact(uploadCtx(ctx, upload), async (tx) => {
      await demandTarget(tx, fields)
      const { targetType, targetId } = fields
      const customerId = await customerOf(tx, fields)
      const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId, createdAt: tx.now, updatedAt: tx.now }
      const about = { targetType, targetId, customerId }
      const is = { name: upload.fileName, kind, mime, size, sha256, storageKey: upload.fileKey }
      const { id } = await tx.db.attachment.create({ data: { ...about, ...is, ...by }, select: { id: true } })
      await record(tx, { type: 'attachment.added', subject: id, version: 1, ...told(is.name, about) })
      const attachment = await readRecord<Attachment>(tx, attachmentRecords, id)
      await file.claim()
      return attachment
    })
  } catch (error) {
    // A database that goes away while it commits may have kept the row, whose file then must stay.
    if (findTrouble(error) !== 'away') await file.drop()
    throw error
  }
}

const checkUpload = async (ctx: Ctx, upload: Received<AttachmentDraft>) => {
  try {
    await demandTarget(ctx, upload.fields)
    return await checkFile(upload)
  } catch (error) {
    await rm(upload.file, { force: true })
    throw error
  }
}

/** The file itself goes with the next sweep. Errors: 404, 403 for what somebody else added, 412. */
export const deleteAttachment = (ctx: Ctx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    await lockVisible(tx, attachmentRecords, id)
    const stored = await tx.db.attachment.findUniqueOrThrow({ where: { id } })
    demand(attachmentPolicy.delete(tx.actor, { authorId: stored.createdById }))
    sameVersionIfSent(tx, stored)
    const data = { deletedAt: tx.now, deletedById: tx.actor.userId, deleteBatchId: id, ...stamp(tx) }
    await tx.db.attachment.update({ where: { id }, data, select: { id: true } })
    const version = stored.version + 1
    await record(tx, { type: 'attachment.removed', subject: id, version, ...told(stored.name, stored) })
  })

const demandTarget = async (ctx: Ctx | Tx, { targetType, targetId }: AttachmentDraft): Promise<void> => {
  const visible = await visibleIds(ctx, attachedSets[targetType], [targetId])
  if (!visible.has(targetId)) refuse('record.notFound')
}

type About = { targetType: string; targetId: string; customerId: string | null }
const told = (title: string, { targetType, targetId, customerId }: About) => ({
  title,
  customerId,
  data: { targetType, targetId },
})

const customerOf = async (tx: Tx, { targetType, targetId: id }: AttachmentDraft): Promise<string | null> => {
  const select = { customerId: true }
  const owners: Record<AttachmentTarget, () => Promise<{ customerId: string | null }>> = {
    customer: async () => ({ customerId: id }),
    contact: async () => ({ customerId: null }),
    opportunity: () => tx.db.opportunity.findUniqueOrThrow({ where: { id }, select }),
    activity: () => tx.db.activity.findUniqueOrThrow({ where: { id }, select }),
  }
  return (await owners[targetType]()).customerId
}

/** Writing comments: who sees the record may; whom they mention must see it too. The text itself is told by no event. */
import { commentPolicy } from '@rapport/domain/features/comments/comments.policy.ts'
import type { CommentTarget } from '@rapport/domain/features/comments/comments.fields.ts'
import type { Comment, CommentDraft, CommentPatch } from '@rapport/domain/features/comments/comments.ts'
import { mentionsIn } from '@rapport/domain/features/comments/mentions.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { lockVisible, readRecord, visibleIds } from '../../records/find.ts'
import { sameVersionIfSent } from '../../records/trash.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { commentedSets, commentRecords } from './comments.records.ts'
import { demandReaders } from './mentions.commands.ts'
import type { Target } from './record-readers.queries.ts'

/** Errors: 404 for a record one does not see, 422 for a mention of somebody who does not, or an answer to no thread of it. */
export const createComment = (ctx: Ctx | Tx, draft: CommentDraft): Promise<Comment> =>
  transact(ctx, async (tx) => {
    const { targetType, targetId, parentId = null, body, share } = draft
    const target: Target = { type: targetType, id: targetId }
    const visible = await visibleIds(tx, commentedSets[target.type], [target.id])
    if (!visible.has(target.id)) refuse('record.notFound')
    await demandThread(tx, target, parentId)
    const mentionIds = mentionsIn(body)
    await demandReaders(tx, target, mentionIds, share)
    const customerId = await customerOf(tx, target)
    const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId, createdAt: tx.now, updatedAt: tx.now }
    const data = { targetType, targetId, customerId, parentId, body, mentionIds, ...by }
    const { id } = await tx.db.comment.create({ data, select: { id: true } })
    await record(tx, { type: 'comment.added', subject: id, version: 1, ...about({ targetType, targetId, customerId }) })
    return readRecord<Comment>(tx, commentRecords, id)
  })

/** Errors: 404, 403 for what somebody else wrote, 428, 412, 422 for a new mention of somebody who does not see the record. */
export const updateComment = (ctx: Ctx, id: string, patch: CommentPatch): Promise<Comment> =>
  transact(ctx, async (tx) => {
    const stored = await openComment(tx, id)
    demand(commentPolicy.edit(tx.actor, { authorId: stored.createdById }))
    sameVersion(tx, stored, patch)
    const { body = stored.body } = patch
    const mentionIds = mentionsIn(body)
    const target: Target = { type: stored.targetType as CommentTarget, id: stored.targetId }
    // Who was mentioned when he saw it stays so.
    await demandReaders(
      tx,
      target,
      mentionIds.filter((one) => !stored.mentionIds.includes(one)),
      patch.share,
    )
    const data = { body, mentionIds, editedAt: tx.now, ...stamp(tx) }
    await tx.db.comment.update({ where: { id }, data, select: { id: true } })
    await record(tx, { type: 'comment.edited', subject: id, version: stored.version + 1, ...about(stored) })
    return readRecord<Comment>(tx, commentRecords, id)
  })

/** With its answers. Errors: 404, 403, 412, 409 `comment.answered` for what others have answered. */
export const deleteComment = (ctx: Ctx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const stored = await openComment(tx, id)
    demand(commentPolicy.delete(tx.actor, { authorId: stored.createdById }))
    sameVersionIfSent(tx, stored)
    const ofOthers = { parentId: id, deletedAt: null, NOT: { createdById: tx.actor.userId } }
    if (!commentPolicy.deleteThread(tx.actor) && (await tx.db.comment.count({ where: ofOthers })) > 0)
      refuse('comment.answered')
    await tx.db.comment.updateMany({
      where: { OR: [{ id }, { parentId: id }], deletedAt: null },
      data: { deletedAt: tx.now, deletedById: tx.actor.userId, deleteBatchId: id, ...stamp(tx) },
    })
    await record(tx, { type: 'comment.deleted', subject: id, version: stored.version + 1, ...about(stored) })
  })

const openComment = async (tx: Tx, id: string) => {
  await lockVisible(tx, commentRecords, id)
  return tx.db.comment.findUniqueOrThrow({ where: { id } })
}

type About = { targetType: string; targetId: string; customerId: string | null }
const about = ({ targetType, targetId, customerId }: About) => ({
  title: '',
  customerId,
  data: { targetType, targetId },
})

// Locked, so that it cannot go while it is answered.
const demandThread = async (tx: Tx, { type, id }: Target, parentId: string | null): Promise<void> => {
  if (parentId === null) return
  const [parent] = await tx.db.$queryRaw<unknown[]>`
    select 1 from comments where id = ${parentId}::uuid and "targetType" = ${type} and "targetId" = ${id}::uuid
      and "parentId" is null and "deletedAt" is null for share`
  if (!parent) refuse('reference.invalid', { field: 'parentId' }, [{ path: 'parentId', code: 'reference.invalid' }])
}

const customerOf = async (tx: Tx, { type, id }: Target): Promise<string | null> => {
  if (type !== 'opportunity') return type === 'customer' ? id : null
  return (await tx.db.opportunity.findUniqueOrThrow({ where: { id }, select: { customerId: true } })).customerId
}

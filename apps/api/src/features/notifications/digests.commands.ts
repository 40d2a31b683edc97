/** One notice for what came in during quiet hours. It stands there from the first such notice on, and is seen when they end. */
import { noticeKinds } from '@rapport/domain/features/notifications/notice-kinds.ts'
import type { Tx } from '../../ctx.ts'

type Held = { userId: string; heldUntil: Date }

/** Once for a person and the end of his quiet hours, however often it is asked for. */
export const keepDigests = async (tx: Tx, held: readonly Held[]): Promise<void> => {
  if (held.length === 0) return
  await tx.db.notification.createMany({
    data: held.map(({ userId, heldUntil }) => ({
      userId,
      kind: 'digest',
      group: noticeKinds.digest.group,
      dedupeKey: heldUntil.toISOString(),
      heldUntil,
      createdAt: heldUntil,
      updatedAt: tx.now,
    })),
    skipDuplicates: true,
  })
}

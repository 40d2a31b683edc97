/** Deciding how one is told. That somebody does is told to nobody. */
import type { NoticeSettings, NoticeSettingsPatch } from '@rapport/domain/features/notifications/notice-settings.ts'
import { quietUntil, type QuietHours } from '@rapport/domain/features/notifications/quiet-hours.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { tellPeople } from '../../events/record.ts'
import { sameVersion } from '../../records/versions.ts'
import { keepDigests } from './digests.commands.ts'
import { readNoticeSettings } from './notice-settings.queries.ts'

/** What waits for the end of quiet hours follows the new ones. Errors: 428, 412. */
export const changeNoticeSettings = (ctx: Ctx, patch: NoticeSettingsPatch): Promise<NoticeSettings> =>
  transact(ctx, async (tx) => {
    const userId = tx.actor.userId ?? ''
    // Two changes at once wait for each other, also where there is no row yet.
    await tx.db.$queryRaw`select id from users where id = ${userId}::uuid for no key update`
    const before = await readNoticeSettings(tx)
    sameVersion(tx, before, patch)
    const channels = { ...before.channels, ...patch.channels }
    const quiet = patch.quiet === undefined ? before.quiet : patch.quiet
    const columns = { channels, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, updatedAt: tx.now }
    const version = before.version + 1
    await tx.db.noticeSettings.upsert({
      where: { userId },
      create: { userId, ...columns, version },
      update: { ...columns, version },
    })
    if (patch.quiet !== undefined) await holdAnew(tx, userId, quiet, before.timeZone)
    return readNoticeSettings(tx)
  })

const holdAnew = async (tx: Tx, userId: string, quiet: QuietHours | null, timeZone: string): Promise<void> => {
  const isWaiting = { gt: tx.now }
  const heldUntil = quietUntil(tx.now, quiet, timeZone) ?? tx.now
  await tx.db.notification.deleteMany({ where: { userId, heldUntil: isWaiting, kind: 'digest' } })
  const { count } = await tx.db.notification.updateMany({
    where: { userId, heldUntil: isWaiting },
    data: { heldUntil },
  })
  if (count === 0) return
  await keepDigests(tx, [{ userId, heldUntil }])
  await tellPeople(tx, [userId])
}

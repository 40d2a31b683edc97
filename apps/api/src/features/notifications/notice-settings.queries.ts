/** How people want to be told, as they decided. */
import {
  channelsOf,
  type KeptChannels,
  type NoticeSettings,
} from '@rapport/domain/features/notifications/notice-settings.ts'
import type { Ctx, Tx } from '../../ctx.ts'

/** Of active people: others are told nothing. */
export const settingsOf = async ({ db }: Ctx | Tx, userIds: readonly string[]) => {
  const found = await db.user.findMany({
    where: { id: { in: [...userIds] }, status: 'active' },
    select: { id: true, timeZone: true, noticeSettings: true },
  })
  return new Map(
    found.map(({ id, timeZone, noticeSettings: kept }) => {
      const quiet = kept?.quietFrom && kept.quietTo ? { from: kept.quietFrom, to: kept.quietTo } : null
      // The column holds what the contract let in.
      const channels = (kept?.channels ?? {}) as KeptChannels
      return [id, { channels, quiet, timeZone, version: kept?.version ?? 1 }]
    }),
  )
}

export const readNoticeSettings = async (ctx: Ctx | Tx): Promise<NoticeSettings> => {
  const userId = ctx.actor.userId ?? ''
  const { channels, ...own } = (await settingsOf(ctx, [userId])).get(userId) ?? nothing
  return { ...own, channels: channelsOf(channels) }
}

const nothing = { channels: {}, quiet: null, timeZone: 'UTC', version: 1 }

/** How somebody wants to be told: for each kind where, and when not to be disturbed. */
import { z } from 'zod'
import { versionField } from '../../contract/page.ts'
import { settableKinds, type SettableKind } from './notice-kinds.ts'
import { quietUntil, type QuietHours } from './quiet-hours.ts'

const channel = z
  .strictObject({
    app: z.boolean().meta({ description: 'It stands among the notices.' }),
    live: z.boolean().meta({ description: 'The bell counts it, and open pages show it at once.' }),
  })
  .meta({ id: 'NoticeChannels' })
export type Channels = z.output<typeof channel>

const perKind = <S extends z.ZodType>(schema: S) =>
  Object.fromEntries(settableKinds.map((kind) => [kind, schema])) as Record<SettableKind, S>

const timeOfDay = () =>
  z
    .string()
    .max(5)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ examples: ['22:00'] })
const quietHours = () => z.strictObject({ from: timeOfDay(), to: timeOfDay() })

export const noticeSettings = z
  .object({
    version: z.int(),
    channels: z.object(perKind(channel)),
    /** By the clock of the person's own time zone; null for none. */
    quiet: quietHours().nullable(),
    timeZone: z.string(),
  })
  .meta({ id: 'NoticeSettings' })
export type NoticeSettings = z.output<typeof noticeSettings>

export const noticeSettingsPatch = z.strictObject({
  channels: z.strictObject(perKind(channel.optional())).optional(),
  quiet: quietHours().nullable().optional(),
  version: versionField(),
})
export type NoticeSettingsPatch = z.output<typeof noticeSettingsPatch>

/** What is kept of it: of kinds nobody has decided upon, nothing. */
export type KeptChannels = Partial<Record<SettableKind, Channels | undefined>>

// What stands nowhere is not shown either.
const sound = ({ app, live }: Channels): Channels => ({ app, live: app && live })

/** The kinds with what was decided, everything else everywhere. */
export const channelsOf = (kept: KeptChannels): NoticeSettings['channels'] =>
  Object.fromEntries(
    settableKinds.map((kind) => [kind, sound(kept[kind] ?? { app: true, live: true })]),
  ) as NoticeSettings['channels']

type Kept = { channels: KeptChannels; quiet: QuietHours | null; timeZone: string }

/** How this notice reaches him now: not at all, silently, at once, or at once when the quiet hours are over. */
export const deliveryOf = (
  { channels, quiet, timeZone }: Kept,
  kind: SettableKind,
  now: Date,
): { live: boolean; heldUntil: Date | null } | null => {
  const { app, live } = channelsOf(channels)[kind]
  if (!app) return null
  return { live, heldUntil: live ? quietUntil(now, quiet, timeZone) : null }
}

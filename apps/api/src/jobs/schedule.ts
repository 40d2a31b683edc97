/** The clock triggers, one table: what happens because time passed. Each finds due rows with one indexed query. */
import type { Ctx } from '../ctx.ts'
import { forgetAnswers } from '../db/idempotency.ts'
import { forgetExports } from '../features/exports/export-keeping.commands.ts'
import { forgetAttachments } from '../features/attachments/attachment-keeping.commands.ts'
import { tellDueActivities } from '../features/activities/activity-dues.commands.ts'
import { missActivities } from '../features/activities/activity-misses.commands.ts'
import { purgeTrash } from '../features/trash/purge.commands.ts'

export type ClockTrigger = {
  queue: string
  /** When, as cron writes it, in UTC. */
  cron: string
  /** Acts as the product itself, and may run again at any moment. */
  run: (ctx: Ctx) => Promise<unknown>
}

export const clockTriggers: readonly ClockTrigger[] = [
  { queue: 'clock.tellDue', cron: '* * * * *', run: tellDueActivities },
  { queue: 'clock.missActivities', cron: '*/10 * * * *', run: missActivities },
  { queue: 'clock.forgetAnswers', cron: '5 * * * *', run: forgetAnswers },
  { queue: 'clock.forgetExports', cron: '35 * * * *', run: forgetExports },
  { queue: 'clock.forgetAttachments', cron: '20 * * * *', run: forgetAttachments },
  { queue: 'clock.purgeTrash', cron: '50 18 * * *', run: purgeTrash }, // in the night of China
]

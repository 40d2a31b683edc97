/** A notice as it is sent. */
import { z } from 'zod'
import { recordSchema } from '../../field/schemas.ts'
import { noticeGroups, type NoticeGroup } from './notice-kinds.ts'
import { notificationFields } from './notifications.fields.ts'

const noun = z.enum(['customers', 'contacts', 'opportunities', 'imports', 'jobs'])

const groups = noticeGroups.map(({ value }) => value) as [NoticeGroup, ...NoticeGroup[]]

export const groupSchema = z.enum(groups)
/** How many of each group one has not read. */
export const unreadCounts = z.object({ todo: z.int(), mention: z.int(), system: z.int() }).meta({ id: 'UnreadCounts' })
export type UnreadCounts = z.output<typeof unreadCounts>

export const notification = recordSchema('Notification', notificationFields, ['read'] as const, {
  target: z.object({
    /** What people call the record at this moment. */
    title: z.string(),
    /** The page that leads there; null where there is none. */
    page: z.object({ noun, id: z.string() }).nullable(),
  }),
  /** What a digest tells of: how many of each group came in; null for everything else. */
  came: z.object({ todo: z.int(), mention: z.int(), system: z.int() }).nullable(),
})
export type Notification = z.output<typeof notification>

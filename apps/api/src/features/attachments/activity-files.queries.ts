/** The files of an activity, read along with it: for whoever shows many activities in one statement. */
import type { Attachment } from '@rapport/domain/features/attachments/attachments.ts'
import type { Ctx } from '../../ctx.ts'
import { readable } from '../../records/readable-set.ts'
import { sql, type RowView, type Sql } from '../../records/record-set.ts'
import { presenter, selectList } from '../../records/row.ts'
import { attachmentRecords } from './attachments.records.ts'

/** `value` belongs into a select from activities; `present` makes the files of what it gave, undefined where there are none. */
type FilesBeside = { value: Sql; present: (found: unknown) => Attachment[] | undefined }

/** In the order they came, 20 of an activity at most: who hangs more on one visit finds them in the list of files. */
export const filesBesideActivity = (ctx: Ctx): FilesBeside => {
  const set = readable(attachmentRecords, ctx)
  const present = presenter(set, set)
  const value = sql`(select json_agg(file) from (
      select ${selectList(set, set)} from ${attachmentRecords.from}
      where attachment."targetType" = 'activity' and attachment."targetId" = activity.id
        and ${attachmentRecords.visibleTo(ctx.actor, true)}
      order by attachment."createdAt", attachment.id limit 20) file)`
  return { value, present: (found) => (found as RowView[] | null)?.map((row) => present(row) as Attachment) }
}

/** An entry of a timeline as it is sent: an activity that was done, a comment, or an event. */
import { z } from 'zod'
import { activity } from '../activities/activities.ts'
import { attachment } from '../attachments/attachments.ts'
import { comment } from '../comments/comments.ts'
import { event } from '../events/events.ts'

export const timelineEntry = z
  .object({
    /** Of the activity or the event. */
    id: z.uuid(),
    /** When it was done, or happened. */
    at: z.string(),
    /** One of the three is there. */
    activity: activity.optional(),
    files: z.array(attachment).optional().meta({
      description: 'Files of the activity in the order they came, 20 at most; `GET /attachments` lists them all.',
    }),
    event: event.optional(),
    comment: comment.optional(),
  })
  .meta({ id: 'TimelineEntry' })

export type TimelineEntry = z.output<typeof timelineEntry>

/** An entry of a timeline as it is sent: an activity that was done, a comment, or an event. */
import { z } from 'zod'
import { activity } from '../activities/activities.ts'
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
    event: event.optional(),
    comment: comment.optional(),
  })
  .meta({ id: 'TimelineEntry' })

export type TimelineEntry = z.output<typeof timelineEntry>

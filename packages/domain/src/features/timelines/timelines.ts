/** An entry of a timeline as it is sent: an activity that was done, or an event. */
import { z } from 'zod'
import { activity } from '../activities/activities.ts'
import { event } from '../events/events.ts'

export const timelineEntry = z
  .object({
    /** Of the activity or the event. */
    id: z.uuid(),
    /** When it was done, or happened. */
    at: z.string(),
    /** One of the two is there. */
    activity: activity.optional(),
    event: event.optional(),
  })
  .meta({ id: 'TimelineEntry' })

export type TimelineEntry = z.output<typeof timelineEntry>

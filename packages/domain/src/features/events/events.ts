/** An event as it is sent: what happened to which record, in words, and what changed of the fields the reader may see. */
import { z } from 'zod'
import { recordSchema } from '../../field/schemas.ts'
import { eventFields } from './events.fields.ts'

// Values have the type their field has in the record's own reply, whatever that is.
const value = z.unknown()

export const changedField = z
  .object({
    field: z.string(),
    old: value,
    new: value,
    /** What people called the records behind two references then. */
    labels: z.object({ old: value, new: value }).optional(),
  })
  .meta({ id: 'ChangedField' })

export const event = recordSchema('Event', eventFields, [], {
  text: z.object({ zh: z.string(), en: z.string() }).optional(),
  changes: z.array(changedField).optional(),
})

export type Event = z.output<typeof event>
export type ChangedField = z.output<typeof changedField>

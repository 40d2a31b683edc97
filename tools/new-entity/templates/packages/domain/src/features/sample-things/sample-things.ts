/** A sample thing as it comes in and as it is sent. */
import type { z } from 'zod'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { sampleThingFields } from './sample-things.fields.ts'

export const sampleThingVerbs = ['edit', 'archive', 'delete'] as const

export const sampleThingDraft = draftSchema(sampleThingFields)
export const sampleThingPatch = patchSchema(sampleThingFields)
export const sampleThing = recordSchema('SampleThing', sampleThingFields, sampleThingVerbs)

export type SampleThingDraft = z.output<typeof sampleThingDraft>
export type SampleThingPatch = z.output<typeof sampleThingPatch>
export type SampleThing = z.output<typeof sampleThing>

/** A source as it comes in and as it is sent. */
import type { z } from 'zod'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { sourceFields } from './sources.fields.ts'

export const sourceVerbs = ['edit', 'archive', 'delete'] as const

export const sourceDraft = draftSchema(sourceFields)
export const sourcePatch = patchSchema(sourceFields)
export const source = recordSchema('Source', sourceFields, sourceVerbs)

export type SourceDraft = z.output<typeof sourceDraft>
export type SourcePatch = z.output<typeof sourcePatch>
export type Source = z.output<typeof source>

/** A source as it comes in and as it is sent. */
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import type { DraftOf, PatchOf, RecordOf } from '../../field/values.ts'
import { sourceFields } from './sources.fields.ts'

export const sourceVerbs = ['edit', 'archive', 'delete'] as const

export const sourceDraft = draftSchema(sourceFields)
export const sourcePatch = patchSchema(sourceFields)
export const source = recordSchema('Source', sourceFields, sourceVerbs)

export type SourceDraft = DraftOf<typeof sourceFields>
export type SourcePatch = PatchOf<typeof sourceFields>
export type Source = RecordOf<typeof sourceFields>

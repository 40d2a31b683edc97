/** A competitor as it comes in and as it is sent. */
import type { z } from 'zod'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { competitorFields } from './competitors.fields.ts'

export const competitorVerbs = ['edit', 'archive', 'delete'] as const

export const competitorDraft = draftSchema(competitorFields)
export const competitorPatch = patchSchema(competitorFields)
export const competitor = recordSchema('Competitor', competitorFields, competitorVerbs)

export type CompetitorDraft = z.output<typeof competitorDraft>
export type CompetitorPatch = z.output<typeof competitorPatch>
export type Competitor = z.output<typeof competitor>

/** A team as it comes in and as it is sent. */
import type { z } from 'zod'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { teamFields } from './teams.fields.ts'

export const teamVerbs = ['edit', 'archive', 'delete'] as const

export const teamDraft = draftSchema(teamFields)
export const teamPatch = patchSchema(teamFields)
export const team = recordSchema('Team', teamFields, teamVerbs)

export type TeamDraft = z.output<typeof teamDraft>
export type TeamPatch = z.output<typeof teamPatch>
export type Team = z.output<typeof team>

/** An opportunity as it comes in and as it is sent. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { criterionKinds } from '../pipelines/criteria.ts'
import { opportunityFields } from './opportunities.fields.ts'
import {
  closeDateMove,
  competitorDrafts,
  contactDrafts,
  lineDrafts,
  opportunityCompetitor,
  opportunityContact,
  opportunityLine,
} from './opportunity-parts.ts'

export const opportunityVerbs = ['edit', 'move', 'close', 'reopen', 'override', 'transfer', 'share', 'delete'] as const

const lists = {
  lines: lineDrafts.optional(),
  contacts: contactDrafts.optional(),
  competitors: competitorDrafts.optional(),
}
/** Why criteria that are not met shall not stand in the way. */
export const override = z.strictObject({ reason: text(500) })

/** Without `stageId` the deal begins at the first open stage of the pipeline named. */
export const opportunityDraft = draftSchema(opportunityFields, { ...lists, override: override.optional() })
/** `resetProbability` gives up a probability set by hand: it follows the stage again. */
export const opportunityPatch = patchSchema(opportunityFields, {
  ...lists,
  resetProbability: z.literal(true).optional(),
})

const label = () => z.object({ zh: z.string(), en: z.string() })
/** A criterion on the way from the present stage to the next, and whether the deal meets it now. */
const criterionState = z
  .object({
    stageId: z.string(),
    criterionId: z.string(),
    side: z.enum(['entry', 'exit']),
    kind: z.enum(criterionKinds),
    label: label(),
    blocking: z.boolean(),
    met: z.boolean(),
    missing: label().nullable(),
    field: z.string().optional(),
  })
  .meta({ id: 'CriterionState' })
export type CriterionState = z.output<typeof criterionState>

/** The lists and the state of the criteria come with a record read alone, or when `fields` names a list. */
export const opportunity = recordSchema('Opportunity', opportunityFields, opportunityVerbs, {
  lines: z.array(opportunityLine).optional(),
  contacts: z.array(opportunityContact).optional(),
  competitors: z.array(opportunityCompetitor).optional(),
  closeDateChanges: z.array(closeDateMove).optional(),
  criteria: z.array(criterionState).optional(),
  /** The present stay at a stage: what `undo-move` takes back. */
  moveId: z.string().nullable().optional(),
})

/** Who shall own the opportunity from now on. */
export const opportunityTransfer = z.strictObject({
  ownerId: z.uuid(),
  reason: text(500, 1).optional(),
  version: z.int().min(1).optional(),
})

export type Override = z.output<typeof override>
export type OpportunityDraft = z.output<typeof opportunityDraft>
export type OpportunityPatch = z.output<typeof opportunityPatch>
export type Opportunity = z.output<typeof opportunity>
export type OpportunityTransfer = z.output<typeof opportunityTransfer>

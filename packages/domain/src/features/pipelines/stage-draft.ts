/** The stages of a pipeline as they are edited: what comes in, and the complete form that is kept and published. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { decimalString, idString, labelText } from '../../field/schemas.ts'
import type { Label } from '../../field/kinds.ts'
import { criterion, criterionDraft, type Criterion } from './criteria.ts'
import {
  forecastCategories,
  phases,
  stageColors,
  type ForecastCategory,
  type Phase,
  type StageColor,
} from './stages.fields.ts'

const valuesOf = <V extends string>(choices: readonly { value: V }[]) =>
  z.enum(choices.map(({ value }) => value) as [V, ...V[]])
const days = () => z.int().min(0).max(3650).nullable().optional()
const words = () => z.strictObject({ zh: text(2000), en: text(2000) }).optional()
const task = () => z.strictObject({ text: labelText(200), day: z.int().min(0).max(365).nullable() })

const fixed: Partial<Record<Phase, string>> = { won: '1', lost: '0' }
const fits = ({ phase, probability }: { phase: Phase; probability?: string | undefined }) =>
  fixed[phase] === undefined
    ? probability !== undefined
    : probability === undefined || Number(probability) === Number(fixed[phase])

/**
 * One stage as it comes in. `id` is that of a stage of this pipeline, or of one in its saved draft; without it the stage is
 * new and gets one that stays for good. The order is that of the list.
 */
export const stageDraft = z
  .strictObject({
    id: idString().optional(),
    label: labelText(),
    phase: valuesOf(phases),
    probability: decimalString({ scale: 4, min: '0', max: '1' }).optional(),
    forecastCategory: valuesOf(forecastCategories).optional(),
    definition: words(),
    buyerEvidence: words(),
    guidance: words(),
    expectedDays: days(),
    maxDays: days(),
    allowedNextIds: z.array(idString()).max(100).optional(),
    allowBack: z.boolean().optional(),
    checklist: z.array(task()).max(50).optional(),
    color: z.enum(stageColors).optional(),
    criteria: z.array(criterionDraft).max(50).optional(),
  })
  // A won deal is certain and a lost one is gone; every other stage says its own chance.
  .refine(fits, { error: 'number.range', path: ['probability'], params: { min: 0, max: 1 } })
export type StageDraft = z.output<typeof stageDraft>

/** All stages in their order, and where the deals of stages that vanish go (vanished id → remaining id). */
export const stagesDraft = z.strictObject({
  stages: z
    .array(stageDraft)
    .min(1)
    .max(100)
    .meta({ examples: [[{ label: { zh: '谈判', en: 'Talks' }, phase: 'open', probability: '0.5' }]] }),
  mapping: z.record(idString(), idString()).optional(),
})
export type StagesDraft = z.output<typeof stagesDraft>

type Task = { text: Label; day: number | null }

/** A stage in full: nothing is missing, nothing is implied. */
export type StageState = {
  id: string
  label: Label
  phase: Phase
  probability: string
  forecastCategory: ForecastCategory
  definition: Label
  buyerEvidence: Label
  guidance: Label
  expectedDays: number | null
  maxDays: number | null
  allowedNextIds: string[]
  allowBack: boolean
  checklist: Task[]
  color: StageColor
  criteria: Criterion[]
}
export type DraftState = { stages: StageState[]; mapping: Record<string, string> }

const label = () => z.object({ zh: z.string(), en: z.string() })

/** A stage as it is sent. */
export const stage = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    label: label(),
    phase: valuesOf(phases),
    probability: z.string(),
    forecastCategory: valuesOf(forecastCategories),
    definition: label(),
    buyerEvidence: label(),
    guidance: label(),
    expectedDays: z.int().nullable(),
    maxDays: z.int().nullable(),
    allowedNextIds: z.array(z.string()),
    allowBack: z.boolean(),
    checklist: z.array(z.object({ text: label(), day: z.int().nullable() })),
    color: z.enum(stageColors),
    criteria: z.array(criterion),
  })
  .meta({ id: 'Stage' })
export type Stage = z.output<typeof stage>

export const draftState = z
  .object({ stages: z.array(stage), mapping: z.record(z.string(), z.string()) })
  .meta({ id: 'PipelineDraft' })

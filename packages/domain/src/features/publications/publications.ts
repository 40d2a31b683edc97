/** A draft of stages, what publishing it would do, and the versions that were published. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { refSchema } from '../../field/schemas.ts'
import { draftState, stage, stagesDraft } from '../pipelines/stage-draft.ts'

const version = z.int().min(1).optional()
const label = () => z.object({ zh: z.string(), en: z.string() })
const id = () => z.string().meta({ format: 'uuid' })
const amount = () => z.string()

export const saveDraftBody = z.strictObject({ draft: stagesDraft, version })
/** Without a draft the saved one is previewed. */
export const previewBody = z.strictObject({ draft: stagesDraft.optional() })
export const publishBody = z.strictObject({ reason: text(500).optional(), version })

/** Deals that stand in a stage: how many, and their sums in base currency. */
const stock = () => z.object({ count: z.int(), baseAmount: amount(), weightedBase: amount() })

/** How many of the open deals a criterion concerns meet it now: those in its stage after publishing, and all of the pipeline. */
const fit = z.object({ criterionId: id(), stageId: id(), met: z.int(), of: z.int(), openMet: z.int(), open: z.int() })

const move = z.object({ fromId: id(), toId: id().nullable(), count: z.int(), baseAmount: amount() })
const problem = z.object({
  code: z.string(),
  faults: z.array(
    z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), z.unknown()).optional() }),
  ),
  params: z.record(z.string(), z.unknown()).optional(),
})

export const preview = z
  .object({
    draft: draftState,
    /** One per stage of the draft, and per vanishing one; a stage that is new has nothing before. */
    stages: z.array(z.object({ stageId: id(), before: stock(), after: stock() })),
    moves: z.array(move),
    fits: z.array(fit),
    changes: z.array(
      z.object({ kind: z.enum(['added', 'removed', 'changed', 'moved']), stageId: id(), text: label() }),
    ),
    /** What keeps the draft from being published; empty when nothing does. */
    problems: z.array(problem),
  })
  .meta({ id: 'PipelinePreview' })
export type Preview = z.output<typeof preview>

export const publication = z
  .object({
    id: id(),
    pipelineVersion: z.int(),
    at: z.string().meta({ format: 'date-time' }),
    byId: id().nullable(),
    by: refSchema().nullable(),
    reason: z.string().nullable(),
    stages: z.array(stage),
    mapping: z.record(z.string(), z.string()),
  })
  .meta({ id: 'PipelineVersion' })
export type Publication = z.output<typeof publication>

/** The ways of a deal through its stages: what each command takes, and the row it leaves behind. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { dateString, idString, refSchema } from '../../field/schemas.ts'
import { override } from '../opportunities/opportunities.ts'

const version = z.int().min(1).optional()
const reason = () => text(500).optional()

export const moveBody = z.strictObject({
  stageId: idString(),
  override: override.optional(),
  reason: reason(),
  version,
})
export const winBody = z.strictObject({ override: override.optional(), reason: reason(), version })
/** `contactAgainAt` plans a task for that day. */
export const loseBody = z.strictObject({
  reasonId: idString().optional(),
  competitorIds: z.array(idString()).max(20).optional(),
  note: text(2000).optional(),
  contactAgainAt: dateString().optional(),
  override: override.optional(),
  version,
})
/** Without `stageId` the deal goes back to the stage it was closed in. */
export const reopenBody = z.strictObject({
  stageId: idString().optional(),
  reason: reason(),
  override: override.optional(),
  version,
})
export const changePipelineBody = z.strictObject({
  pipelineId: idString(),
  stageId: idString().optional(),
  reason: reason(),
  override: override.optional(),
  version,
})
export const undoMoveBody = z.strictObject({ moveId: idString(), version })

export type MoveBody = z.output<typeof moveBody>
export type WinBody = z.output<typeof winBody>
export type LoseBody = z.output<typeof loseBody>
export type ReopenBody = z.output<typeof reopenBody>
export type ChangePipelineBody = z.output<typeof changePipelineBody>
export type UndoMoveBody = z.output<typeof undoMoveBody>

const id = () => z.string().meta({ format: 'uuid' })
const instant = () => z.string().meta({ format: 'date-time' })
const label = () => z.object({ zh: z.string(), en: z.string() })
const overridden = z.object({
  byId: id().nullable(),
  reason: z.string(),
  unmet: z.array(z.object({ stageId: id(), kind: z.string(), label: label(), missing: label() })),
})

/** One stay at a stage; the rows join without gap, and the last one is open. `seconds` is null while it lasts. */
export const stageMove = z
  .object({
    id: id(),
    fromStageId: id().nullable(),
    fromStage: refSchema().nullable(),
    toStageId: id(),
    toStage: refSchema(),
    direction: z.enum(['create', 'forward', 'back', 'skip', 'close', 'reopen']),
    skippedIds: z.array(z.string()),
    enteredAt: instant(),
    leftAt: instant().nullable(),
    seconds: z.int().nullable(),
    byId: id().nullable(),
    by: refSchema().nullable(),
    amount: z.string().optional(),
    baseAmount: z.string().optional(),
    reason: z.string().nullable(),
    override: overridden.nullable(),
    undoesId: id().nullable(),
    pipelineVersion: z.int(),
  })
  .meta({ id: 'StageMove' })
export type StageMove = z.output<typeof stageMove>

/** Taking back one's own last move: the deal is as it was, and the history keeps both steps. */
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { Direction } from '@rapport/domain/features/pipelines/stage-route.ts'
import { directionOfUndo, judgeUndo } from '@rapport/domain/features/stage-moves/stage-moves.rules.ts'
import type { UndoMoveBody } from '@rapport/domain/features/stage-moves/stage-moves.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import type { Change } from '../../events/record.ts'
import { accept, refuse } from '../../http/problems.ts'
import { deleteActivity } from '../activities/activities.commands.ts'
import { readOpportunity } from '../opportunities/opportunities.queries.ts'
import { sharePipeline } from '../pipelines/stages.queries.ts'
import { openDeal } from './open-deal.queries.ts'
import { turnStay, writeDeal, type Columns } from './write-move.commands.ts'

/** Errors: 404 for a move of another deal, 409 `stage.undo_over` saying why. */
export const undoMove = (ctx: Ctx | Tx, id: string, body: UndoMoveBody): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    const open = await openDeal(tx, id, body)
    const move = await findMove(tx, id, body.moveId)
    const direction = move.direction as Direction
    const facts = { direction, byId: move.byId, isLast: move.leftAt === null, enteredAt: move.enteredAt }
    const versions = { madeVersion: move.event?.recordVersion ?? null, version: open.deal.version }
    accept(judgeUndo({ ...facts, ...versions }, { userId: tx.actor.userId, now: tx.now }))
    const before = columnsBefore((move.event?.changes ?? []) as Change[])
    const target = await findTarget(tx, before.stageId ?? open.deal.stageId)
    const stay = await turnStay(tx, open.deal, {
      toStageId: target.id,
      route: { direction: directionOfUndo(direction), skippedIds: [] },
      overridden: null,
      reason: null,
      undoesId: move.id,
      pipelineVersion: target.pipelineVersion,
    })
    await undoSideEffects(tx, id, move.event?.data)
    const { stages } = open.inputs
    const from = stages.find(({ id: stageId }) => stageId === open.deal.stageId)?.label ?? null
    const told = {
      type: 'opportunity.moveUndone',
      from,
      to: target.label,
      moveId: stay.id,
      reason: null,
      stages,
    } as const
    await writeDeal(tx, open.deal, before, told)
    return readOpportunity(tx, id)
  })

const findMove = async (tx: Tx, opportunityId: string, moveId: string) => {
  const move = await tx.db.stageMove.findFirst({ where: { id: moveId, opportunityId } })
  if (!move) return refuse('record.notFound')
  const event = await tx.db.event.findFirst({
    where: { entity: 'opportunities', recordId: opportunityId, data: { path: ['moveId'], equals: moveId } },
    orderBy: { id: 'desc' },
  })
  return { ...move, event }
}

const instants = new Set(['stageEnteredAt', 'closedAt'])

// The stay goes on: it keeps the day it began, so that a step to and fro does not make a deal look fresh.
const columnsBefore = (changes: readonly Change[]): Partial<Columns> =>
  Object.fromEntries(
    changes.map(({ field, old }) => [field, instants.has(field) && typeof old === 'string' ? new Date(old) : old]),
  ) as Partial<Columns>

// What losing the deal brought along: competitors named then, and the task to ask again.
const undoSideEffects = async (tx: Tx, opportunityId: string, data: unknown) => {
  const told = (data ?? {}) as { addedCompetitorIds?: string[]; activityId?: string | null }
  const competitorId = { in: told.addedCompetitorIds ?? [] }
  if (competitorId.in.length > 0)
    await tx.db.opportunityCompetitor.deleteMany({ where: { opportunityId, competitorId } })
  if (told.activityId) await withdrawActivity(tx, told.activityId)
}

const withdrawActivity = async (tx: Tx, id: string) => {
  const stored = await tx.db.activity.findUnique({ where: { id }, select: { deletedAt: true } })
  // The version in the header is the deal's, not the activity's.
  if (stored && stored.deletedAt === null) await deleteActivity({ ...tx, ifMatch: null }, id)
}

// A stage that was taken out of its pipeline since cannot be gone back to.
const findTarget = async (tx: Tx, stageId: string) => {
  const { pipelineId } = await tx.db.stage.findUniqueOrThrow({ where: { id: stageId }, select: { pipelineId: true } })
  const pipeline = await sharePipeline(tx, pipelineId)
  const stage = await tx.db.stage.findUniqueOrThrow({ where: { id: stageId } })
  if (!pipeline || stage.archivedAt) return refuse('stage.undo_over', { why: 'changed' })
  return { id: stage.id, label: stage.label as Label, pipelineVersion: pipeline.publishedVersion }
}

/** Winning and losing a deal, and working on it again. */
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import { routeToClose, routeToReopen } from '@rapport/domain/features/pipelines/stage-route.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Unmet } from '@rapport/domain/features/pipelines/unmet-criteria.ts'
import type { ReopenBody, WinBody } from '@rapport/domain/features/stage-moves/stage-moves.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { accept, refuse } from '../../http/problems.ts'
import { acceptOverride } from '../opportunities/criteria.commands.ts'
import { unmetOf } from '../opportunities/criteria.queries.ts'
import { readOpportunity } from '../opportunities/opportunities.queries.ts'
import { openDeal } from './open-deal.queries.ts'
import { demandReason, stageIn } from './stage-moves.queries.ts'
import { writeMove } from './write-move.commands.ts'

/** Errors: 409 `opportunity.closed`, `stage.transition`, 422 `stage.criteria_unmet`, `opportunity.win_needs_order`. */
export const winOpportunity = (ctx: Ctx | Tx, id: string, body: WinBody): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    const open = await openDeal(tx, id, body)
    const { deal, pipeline, inputs } = open
    if (!isOpenPhase(deal.phase)) refuse('opportunity.closed')
    const route = accept(routeToClose(inputs.stages, deal.stageId, 'won'))
    const to = closingStage(inputs.stages, 'won')
    const unmet = [...unmetOf(inputs, route.checks), ...(pipeline.winNeedsOrder ? [orderMissing(to.id)] : [])]
    const overridden = acceptOverride(tx, unmet, body.override)
    await writeMove(tx, open, {
      type: 'opportunity.won',
      to,
      route,
      overridden,
      reason: overridden?.reason ?? body.reason ?? null,
      pipelineVersion: pipeline.publishedVersion,
      also: { closedAt: tx.now },
    })
    return readOpportunity(tx, id)
  })

export const closingStage = (stages: readonly StageState[], phase: 'won' | 'lost'): StageState =>
  stages.find((stage) => stage.phase === phase) ?? refuse('stage.phase_missing')

// Quotes and orders are nouns to come: until then no deal of such a pipeline has one, and the rule says so.
const orderMissing = (stageId: string): Unmet => ({
  stageId,
  criterionId: stageId,
  kind: 'order',
  label: { zh: '须有已接受的报价或订单', en: 'An accepted quote or an order is needed' },
  missing: { zh: '没有已接受的报价，也没有订单', en: 'There is neither an accepted quote nor an order' },
  blocking: true,
})

/** Errors: 409 `opportunity.open`, `stage.transition`, 422 `reason.required`, `reference.invalid`, `stage.criteria_unmet`. */
export const reopenOpportunity = (ctx: Ctx | Tx, id: string, body: ReopenBody): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    const open = await openDeal(tx, id, body)
    const { deal, pipeline, inputs } = open
    if (isOpenPhase(deal.phase)) refuse('opportunity.open')
    const reason = demandReason(body.reason)
    const closedIn = await closedInStage(tx, id)
    const to = stageIn(inputs.stages, body.stageId ?? closedIn)
    const route = accept(routeToReopen(inputs.stages, closedIn, to.id))
    const overridden = acceptOverride(tx, unmetOf(inputs, route.checks), body.override)
    await writeMove(tx, open, {
      type: 'opportunity.reopened',
      to,
      route,
      overridden,
      reason,
      pipelineVersion: pipeline.publishedVersion,
      also: { closedAt: null, reasonId: null, reasonNote: null, contactAgainAt: null },
    })
    return readOpportunity(tx, id)
  })

// Publishing may have moved the deal from one lost stage to another since; what counts is where it was closed.
const closedInStage = async (tx: Tx, opportunityId: string): Promise<string> => {
  const closing = await tx.db.stageMove.findFirst({
    where: { opportunityId, direction: { in: ['close', 'create'] } },
    orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
    select: { fromStageId: true },
  })
  return closing?.fromStageId ?? ''
}

/** Moving a deal between open stages, of its own pipeline or of another. */
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import { routeBetween, routeInto } from '@rapport/domain/features/pipelines/stage-route.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { ChangePipelineBody, MoveBody } from '@rapport/domain/features/stage-moves/stage-moves.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { accept, refuse } from '../../http/problems.ts'
import { acceptOverride } from '../opportunities/criteria.commands.ts'
import { loadCriterionInputs, unmetOf } from '../opportunities/criteria.queries.ts'
import { readOpportunity } from '../opportunities/opportunities.queries.ts'
import { sharePipeline } from '../pipelines/stages.queries.ts'
import { openDeal } from './open-deal.queries.ts'
import { demandReason, stageIn } from './stage-moves.queries.ts'
import { writeMove } from './write-move.commands.ts'

/** Errors: 409 `opportunity.closed`, `stage.transition`, 422 `stage.criteria_unmet` with the list, `reason.required`. */
export const moveOpportunity = (ctx: Ctx | Tx, id: string, body: MoveBody): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    const open = await openDeal(tx, id, body)
    const { deal, pipeline, inputs } = open
    if (!isOpenPhase(deal.phase)) refuse('opportunity.closed')
    const route = accept(routeBetween(inputs.stages, deal.stageId, body.stageId))
    const overridden = acceptOverride(tx, unmetOf(inputs, route.checks), body.override)
    await writeMove(tx, open, {
      type: 'opportunity.moved',
      to: stageIn(inputs.stages, body.stageId),
      route,
      overridden,
      reason: overridden?.reason ?? body.reason ?? null,
      pipelineVersion: pipeline.publishedVersion,
    })
    return readOpportunity(tx, id)
  })

/**
 * A deal comes to the other pipeline as a new one would: through all stages before, by what it is.
 * Errors: 422 `stage.mapping_required` without a stage, `reason.required`, `reference.invalid`; otherwise as for a move.
 */
export const changePipeline = (ctx: Ctx | Tx, id: string, body: ChangePipelineBody): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    const open = await openDeal(tx, id, body)
    const { deal } = open
    if (!isOpenPhase(deal.phase)) refuse('opportunity.closed')
    if (body.pipelineId === deal.pipelineId) refuse('stage.transition', { why: 'same' })
    const reason = demandReason(body.reason)
    const stageId = body.stageId ?? refuse('stage.mapping_required', {}, [{ path: 'stageId', code: 'field.required' }])
    const pipeline = await sharePipeline(tx, body.pipelineId)
    if (!pipeline || pipeline.archivedAt || pipeline.publishedVersion === 0)
      return refuse('reference.invalid', { field: 'pipelineId' }, [{ path: 'pipelineId', code: 'reference.invalid' }])
    const inputs = await loadCriterionInputs(tx, id, body.pipelineId)
    const to = stageIn(inputs.stages, stageId)
    const route = accept(routeInto(inputs.stages, stageId, 'skip'))
    const overridden = acceptOverride(tx, unmetOf(inputs, route.checks), body.override)
    await writeMove(tx, open, {
      type: 'opportunity.moved',
      to,
      route: { ...route, direction: route.skippedIds.length > 0 ? 'skip' : 'forward' },
      overridden,
      reason,
      pipelineVersion: pipeline.publishedVersion,
      also: { pipelineId: body.pipelineId },
    })
    return readOpportunity(tx, id)
  })

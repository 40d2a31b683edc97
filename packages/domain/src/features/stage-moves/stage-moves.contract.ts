/** The only ways to change the stage of an opportunity; each leaves a row that says who, when and why. */
import { z } from 'zod'
import { idParams } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import type { ErrorCode } from '../../errors.ts'
import { opportunity } from '../opportunities/opportunities.ts'
import { changePipelineBody, loseBody, moveBody, reopenBody, stageMove, undoMoveBody, winBody } from './stage-moves.ts'

const refusals = ['stage.criteria_unmet', 'reason.required', 'stage.transition'] as const satisfies ErrorCode[]
const common = { access: 'session', permission: 'opportunities.update', params: idParams, reply: opportunity } as const

export const stageMoveRoutes = {
  list: route({
    method: 'GET',
    path: '/opportunities/:id/stage-moves',
    access: 'session',
    permission: 'opportunities.read',
    summary: 'The way of an opportunity through the stages, from its creation to now',
    params: idParams,
    reply: z.object({ items: z.array(stageMove) }),
  }),
  move: route({
    ...common,
    method: 'POST',
    path: '/opportunities/:id/move',
    summary: 'Move an opportunity to another open stage, if the criteria on the way are met',
    body: moveBody,
    errors: [...refusals, 'opportunity.closed'],
  }),
  win: route({
    ...common,
    method: 'POST',
    path: '/opportunities/:id/win',
    summary: 'Close an opportunity as won',
    body: winBody,
    errors: [...refusals, 'opportunity.closed', 'opportunity.win_needs_order'],
  }),
  lose: route({
    ...common,
    method: 'POST',
    path: '/opportunities/:id/lose',
    summary: 'Close an opportunity as lost, with the reason',
    body: loseBody,
    errors: [...refusals, 'opportunity.closed', 'reference.invalid'],
  }),
  reopen: route({
    ...common,
    method: 'POST',
    path: '/opportunities/:id/reopen',
    summary: 'Work again on an opportunity that was closed',
    body: reopenBody,
    errors: [...refusals, 'opportunity.open', 'reference.invalid'],
  }),
  changePipeline: route({
    ...common,
    method: 'POST',
    path: '/opportunities/:id/change-pipeline',
    summary: 'Move an opportunity to a stage of another pipeline',
    body: changePipelineBody,
    errors: [...refusals, 'opportunity.closed', 'stage.mapping_required', 'reference.invalid'],
  }),
  undoMove: route({
    ...common,
    method: 'POST',
    path: '/opportunities/:id/undo-move',
    summary: 'Take back one’s own last move within ten minutes, if nothing else happened since',
    body: undoMoveBody,
    errors: ['stage.undo_over'],
  }),
}

/** Moves of opportunities over HTTP. */
import { stageMoveRoutes } from '@rapport/domain/features/stage-moves/stage-moves.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { reopenOpportunity, winOpportunity } from './closings.commands.ts'
import { loseOpportunity } from './losses.commands.ts'
import { changePipeline, moveOpportunity } from './stage-moves.commands.ts'
import { listMoves } from './stage-moves.queries.ts'
import { undoMove } from './undo-moves.commands.ts'

export const registerStageMoves = (app: FastifyInstance): void => {
  const routes = stageMoveRoutes
  serve(app, routes.list, ({ params }, ctx) => listMoves(ctx, params.id))
  serve(app, routes.move, ({ params, body }, ctx) => moveOpportunity(ctx, params.id, body))
  serve(app, routes.win, ({ params, body }, ctx) => winOpportunity(ctx, params.id, body))
  serve(app, routes.lose, ({ params, body }, ctx) => loseOpportunity(ctx, params.id, body))
  serve(app, routes.reopen, ({ params, body }, ctx) => reopenOpportunity(ctx, params.id, body))
  serve(app, routes.changePipeline, ({ params, body }, ctx) => changePipeline(ctx, params.id, body))
  serve(app, routes.undoMove, ({ params, body }, ctx) => undoMove(ctx, params.id, body))
}

/** What a move writes, and whether one may still be taken back: pure decisions. */
import type { ErrorCode } from '../../errors.ts'
import type { Label } from '../../field/kinds.ts'
import { decimal, roundMoney } from '../../money.ts'
import type { StageState } from '../pipelines/stage-draft.ts'
import type { Direction } from '../pipelines/stage-route.ts'
import { isOpenPhase } from '../pipelines/stages.fields.ts'

/** What the task is called that reminds of a lost deal. */
export const contactAgainText: Label = { zh: '再次联系', en: 'Contact again' }

export type Chance = { probability: string; probabilityManual: boolean; baseAmount: string }

/** Where a deal that comes to `to` was closed: where it stood while it was open, and nowhere once it is open again. */
export const closedInStage = (
  to: Pick<StageState, 'phase'>,
  before: { phase: string; stageId: string; closedInStageId: string | null },
): string | null => {
  if (isOpenPhase(to.phase)) return null
  return isOpenPhase(before.phase) ? before.stageId : before.closedInStageId
}

/**
 * The columns of the deal that follow from its stage. A probability set by hand stays while the deal is open; a deal that is
 * won or lost is certain, and one that comes back follows its stage again.
 */
export const columnsOfStage = (
  stage: Pick<StageState, 'id' | 'phase' | 'probability' | 'forecastCategory'>,
  before: Chance & { phase: string },
  baseCurrency: string,
) => {
  const keeps = before.probabilityManual && isOpenPhase(stage.phase) && isOpenPhase(before.phase)
  const probability = keeps ? before.probability : stage.probability
  return {
    stageId: stage.id,
    phase: stage.phase,
    forecastCategory: stage.forecastCategory,
    probability,
    probabilityManual: keeps,
    weightedBase: roundMoney(decimal(before.baseAmount).times(probability), baseCurrency),
  }
}

const UNDO_MINUTES = 10

type Undoable = {
  direction: Direction
  byId: string | null
  isLast: boolean
  enteredAt: Date
  /** The version the move made, and that of the deal now. */
  madeVersion: number | null
  version: number
}

/** Taking a move back is for who made it, for ten minutes, and only while nothing else happened to the deal. */
export const judgeUndo = (
  move: Undoable,
  { userId, now }: { userId: string | null; now: Date },
): { ok: true; value: true } | { ok: false; code: ErrorCode; params: { why: string } } => {
  const refused = (why: string) => ({ ok: false, code: 'stage.undo_over', params: { why } }) as const
  if (move.direction === 'create') return refused('first')
  if (move.byId === null || move.byId !== userId) return refused('other')
  if (!move.isLast || move.madeVersion !== move.version) return refused('changed')
  return now.getTime() - move.enteredAt.getTime() > UNDO_MINUTES * 60_000 ? refused('late') : { ok: true, value: true }
}

const inverse: Record<Direction, Direction> = {
  create: 'back',
  forward: 'back',
  skip: 'back',
  back: 'forward',
  close: 'reopen',
  reopen: 'close',
}

/** The direction of the move that takes this one back. */
export const directionOfUndo = (direction: Direction): Direction => inverse[direction]

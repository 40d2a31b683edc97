/** From one stage to another: whether it is allowed, which stages are skipped, and whose criteria count. */
import type { ErrorCode } from '../../errors.ts'
import type { Side } from './criteria.ts'
import { isOpenPhase, type Phase } from './stages.fields.ts'

export type Direction = 'create' | 'forward' | 'back' | 'skip' | 'close' | 'reopen'

/** What a route needs to know of a stage; the list is in order. */
export type RouteStage = {
  id: string
  phase: Phase
  allowedNextIds: readonly string[]
  allowBack: boolean
}

export type Check = { stageId: string; side: Side }
export type Route = { direction: Direction; skippedIds: string[]; checks: Check[] }
export type Routed = { ok: true; value: Route } | { ok: false; code: ErrorCode; params: Record<string, unknown> }

const refused = (why: string): Routed => ({ ok: false, code: 'stage.transition', params: { why } })
const entry = (stageId: string): Check => ({ stageId, side: 'entry' })
const exit = (stageId: string): Check => ({ stageId, side: 'exit' })
const through = (stages: readonly RouteStage[]): Check[] => stages.flatMap(({ id }) => [entry(id), exit(id)])

const openOf = (stages: readonly RouteStage[]) => stages.filter(({ phase }) => isOpenPhase(phase))

/**
 * A move between open stages. Forward: what the stage left asks of who leaves, both sides of what is skipped, and what the
 * stage entered asks. Back: only what the stage entered asks, because unfinished work is the reason for going back.
 * Refusals: `stage.transition` with `why`: same, closed, unknown, notAllowed, noWayBack.
 */
export const routeBetween = (stages: readonly RouteStage[], fromId: string, toId: string): Routed => {
  const open = openOf(stages)
  const from = open.findIndex(({ id }) => id === fromId)
  const to = open.findIndex(({ id }) => id === toId)
  const [left, entered] = [open[from], open[to]]
  if (fromId === toId) return refused('same')
  if (!entered) return refused(stages.some(({ id }) => id === toId) ? 'closed' : 'unknown')
  if (!left) return refused('unknown')
  if (to < from)
    return left.allowBack
      ? { ok: true, value: { direction: 'back', skippedIds: [], checks: [entry(toId)] } }
      : refused('noWayBack')
  if (!isAllowedNext(left, toId)) return refused('notAllowed')
  const skipped = open.slice(from + 1, to)
  return {
    ok: true,
    value: {
      direction: skipped.length > 0 ? 'skip' : 'forward',
      skippedIds: skipped.map(({ id }) => id),
      checks: [exit(fromId), ...through(skipped), entry(toId)],
    },
  }
}

/** Winning passes every open stage that is still ahead; losing passes none, and asks only what the lost stage asks. */
export const routeToClose = (stages: readonly RouteStage[], fromId: string, phase: 'won' | 'lost'): Routed => {
  const open = openOf(stages)
  const from = open.findIndex(({ id }) => id === fromId)
  const [left, closing] = [open[from], stages.find((stage) => stage.phase === phase)]
  if (!left || !closing) return refused('unknown')
  if (!isAllowedNext(left, closing.id)) return refused('notAllowed')
  if (phase === 'lost') return { ok: true, value: { direction: 'close', skippedIds: [], checks: [entry(closing.id)] } }
  const skipped = open.slice(from + 1)
  return {
    ok: true,
    value: {
      direction: 'close',
      skippedIds: skipped.map(({ id }) => id),
      checks: [exit(fromId), ...through(skipped), entry(closing.id)],
    },
  }
}

/** A deal that begins at a stage has come through all before it, by what it is and not by having been there. */
export const routeInto = (stages: readonly RouteStage[], toId: string, direction: 'create' | 'skip'): Routed => {
  const open = openOf(stages)
  const to = open.findIndex(({ id }) => id === toId)
  if (to < 0) return refused(stages.some(({ id }) => id === toId) ? 'closed' : 'unknown')
  const before = open.slice(0, to)
  return {
    ok: true,
    value: { direction, skippedIds: before.map(({ id }) => id), checks: [...through(before), entry(toId)] },
  }
}

/** Back among the open ones: to the stage it was closed in without a question, elsewhere as a move from there. */
export const routeToReopen = (stages: readonly RouteStage[], closedInId: string, toId: string): Routed => {
  if (closedInId === toId && openOf(stages).some(({ id }) => id === toId))
    return { ok: true, value: { direction: 'reopen', skippedIds: [], checks: [] } }
  const from = openOf(stages).some(({ id }) => id === closedInId)
  const routed = from ? routeBetween(stages, closedInId, toId) : routeInto(stages, toId, 'skip')
  return routed.ok ? { ok: true, value: { ...routed.value, direction: 'reopen' } } : routed
}

const isAllowedNext = (left: RouteStage, toId: string): boolean =>
  left.allowedNextIds.length === 0 || left.allowedNextIds.includes(toId)

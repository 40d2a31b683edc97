/** A deal that comes from a file: when it began and ended, and the stays at stages that tell so. Pure decisions. */
import { dateIn, startOfDay } from '../../dates.ts'
import { decimal, lineNet, roundMoney } from '../../money.ts'
import type { Direction, RouteStage } from '../pipelines/stage-route.ts'
import { routeToClose } from '../pipelines/stage-route.ts'
import { isOpenPhase, type Phase } from '../pipelines/stages.fields.ts'
import type { LineDraft } from './opportunity-parts.ts'

export type DealTimes = { startedAt: string | null; createdAt: Date | null; closedAt: Date | null }

/** What contradicts itself, as the code of the problem; null when nothing does. Closed deals are a matter of history. */
export const timeFault = (
  phase: Phase,
  { startedAt, closedAt }: DealTimes,
  history: boolean,
  timeZone: string,
): string | null => {
  if (isOpenPhase(phase)) return closedAt ? 'import.notClosed' : null
  if (!history) return 'import.closed'
  if (!closedAt) return 'import.closedAt'
  return startedAt && startedAt > dateIn(closedAt, timeZone) ? 'import.order' : null
}

/** When the deal began: on the day it was started, else when it was made; never after it was closed. */
export const beginOf = ({ startedAt, createdAt, closedAt }: DealTimes, now: Date, timeZone: string): Date => {
  const begin = startedAt ? startOfDay(startedAt, timeZone) : (createdAt ?? closedAt ?? now)
  return closedAt && begin > closedAt ? closedAt : begin
}

export type PastStay = {
  fromStageId: string | null
  toStageId: string
  enteredAt: Date
  leftAt: Date | null
  seconds: number | null
  direction: Direction
  skippedIds: string[]
}

/**
 * The stays of a deal, joined without gap. A file tells where a deal stands, not how it came there: an open one began where
 * it stands, a closed one at the first open stage.
 */
export const staysOf = (
  stages: readonly RouteStage[],
  stageId: string,
  begin: Date,
  closedAt: Date | null,
): PastStay[] => {
  const stage = stages.find(({ id }) => id === stageId)
  const first = stages.find(({ phase }) => isOpenPhase(phase))
  const made = { fromStageId: null, enteredAt: begin, direction: 'create' as const, skippedIds: [] }
  if (!stage || !first || isOpenPhase(stage.phase) || closedAt === null)
    return [{ ...made, toStageId: stageId, leftAt: null, seconds: null }]
  const route = routeToClose(stages, first.id, stage.phase === 'won' ? 'won' : 'lost')
  const seconds = Math.floor((closedAt.getTime() - begin.getTime()) / 1000)
  return [
    { ...made, toStageId: first.id, leftAt: closedAt, seconds },
    {
      fromStageId: first.id,
      toStageId: stageId,
      enteredAt: closedAt,
      leftAt: null,
      seconds: null,
      direction: 'close',
      skippedIds: route.ok ? route.value.skippedIds : [],
    },
  ]
}

type Priced = { id: string; listPrice: string; currency: string }
type Given = { amount: string | undefined; quantity: string | undefined; currency: string }

/**
 * The line of the product that a row names: at the amount given, else at the list price where it is in the deal's currency.
 * Null when amount and quantity make no price of four decimals.
 */
export const lineFor = (product: Priced, { amount, quantity = '1', currency }: Given): LineDraft | null => {
  if (amount === undefined) {
    const unitPrice = product.currency === currency ? decimal(product.listPrice).toFixed() : '0'
    return { productId: product.id, quantity, unitPrice }
  }
  if (quantity !== '1' && decimal(quantity).isZero()) return null
  const unitPrice = priceOf(amount, quantity)
  const net = lineNet({ quantity, unitPrice, discount: '0' }, currency)
  return net === roundMoney(amount, currency) ? { productId: product.id, quantity, unitPrice } : null
}

// One piece costs the amount itself, as long as that has no digit too many and no zero at its end.
const exact = /^(?:0|[1-9]\d*)(?:\.\d{0,3}[1-9])?$/
const priceOf = (amount: string, quantity: string): string =>
  quantity === '1' && exact.test(amount) ? amount : decimal(amount).div(quantity).toDecimalPlaces(4).toFixed()

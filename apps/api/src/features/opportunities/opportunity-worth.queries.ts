/** What a deal is worth after a draft or patch: lines priced, amount summed, base at the rate of the day. */
import { dateIn } from '@rapport/domain/dates.ts'
import {
  baseOf,
  marginOf,
  priceLines,
  totalOf,
  type PricedLine,
} from '@rapport/domain/features/opportunities/opportunity-amounts.ts'
import type { LineDraft } from '@rapport/domain/features/opportunities/opportunity-parts.ts'
import { decimal } from '@rapport/domain/money.ts'
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { rateOf } from '../exchange-rates/exchange-rates.queries.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'

type Sent = {
  amount?: string | undefined
  currency?: string | undefined
  lines?: readonly LineDraft[] | undefined
  productIds?: readonly string[] | undefined
}
/** What the row says now; for a new deal what it starts from. */
export type WorthBefore = {
  amount: string
  currency: string
  /** Null where there is none yet, so that the rate of the day is taken. */
  rate: string | null
  productIds: readonly string[]
  lines: readonly LineDraft[]
}
export type WorthAfter = {
  columns: ReturnType<typeof baseOf> & { currency: string; rate: string; margin: string | null; productIds: string[] }
  /** Null when the lines stay as they are. */
  lines: PricedLine[] | null
}

/**
 * The rate belongs to the day the currency was chosen; a later change of the amount keeps it.
 * Errors: 400 for an amount or products that contradict the lines, 422 `rate.missing`.
 */
export const worthOf = async (tx: Tx, sent: Sent, before: WorthBefore, probability: string): Promise<WorthAfter> => {
  const { baseCurrency: base, timeZone } = await loadOrganisation(tx)
  const currency = sent.currency ?? before.currency
  const keepsRate = before.rate !== null && currency === before.currency
  const isBase = currency === base
  const rate = keepsRate ? (before.rate ?? '1') : isBase ? '1' : await rateOf(tx, currency, dateIn(tx.now, timeZone))
  const given = sent.lines ?? before.lines
  const priced = priceLines(given, currency, await costsOf(tx, given, currency))
  const amount = priced.length > 0 ? totalOf(priced, currency) : (sent.amount ?? before.amount)
  const productIds = priced.length > 0 ? [...new Set(priced.map((line) => line.productId))] : sent.productIds
  demandAgreement(sent, priced, amount)
  return {
    columns: {
      ...baseOf({ amount, currency, rate, base, probability }),
      currency,
      rate,
      margin: marginOf(priced, currency),
      productIds: [...(productIds ?? before.productIds)],
    },
    lines: sent.lines === undefined && currency === before.currency ? null : priced,
  }
}

const demandAgreement = (sent: Sent, lines: readonly PricedLine[], amount: string) => {
  if (lines.length === 0) return
  const ids = new Set(lines.map(({ productId }) => productId))
  const sameIds = sent.productIds?.every((id) => ids.has(id)) && sent.productIds.length === ids.size
  const faults = [
    ...(sent.amount !== undefined && !decimal(sent.amount).equals(amount) ? ['amount'] : []),
    ...(sent.productIds !== undefined && !sameIds ? ['productIds'] : []),
  ]
  if (faults.length > 0)
    refuse(
      'request.malformed',
      {},
      faults.map((path) => ({ path, code: 'field.derived' })),
    )
}

// A cost in another currency says nothing about this deal's margin.
const costsOf = async (tx: Tx, lines: readonly LineDraft[], currency: string) => {
  const ids = [...new Set(lines.map(({ productId }) => productId))]
  if (ids.length === 0) return () => null
  const found = await tx.db.product.findMany({ where: { id: { in: ids }, currency }, select: { id: true, cost: true } })
  const costs = new Map(found.map(({ id, cost }) => [id, cost]))
  return (id: string) => costs.get(id)?.toString() ?? null
}

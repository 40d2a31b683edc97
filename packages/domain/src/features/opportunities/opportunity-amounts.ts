/** What an opportunity is worth: its lines where it has some, what was typed otherwise; in its currency and in base. */
import { addMoney, decimal, lineNet, roundMoney, toBase } from '../../money.ts'
import type { LineDraft } from './opportunity-parts.ts'

/** A line with everything computed; `cost` is that of one unit, where it is known. */
export type PricedLine = {
  productId: string
  description: string | null
  quantity: string
  unitPrice: string
  discount: string
  net: string
  cost: string | null
}

/** `costOf` gives the cost of one unit in the currency of the deal, or null. */
export const priceLines = (
  lines: readonly LineDraft[],
  currency: string,
  costOf: (productId: string) => string | null,
): PricedLine[] =>
  lines.map(({ productId, description = null, quantity = '1', unitPrice, discount = '0' }) => ({
    productId,
    description: description ?? null,
    quantity,
    unitPrice,
    discount,
    net: lineNet({ quantity, unitPrice, discount }, currency),
    cost: costOf(productId),
  }))

type Line = Pick<PricedLine, 'net' | 'cost' | 'quantity'>

/** The sum of the lines to the cent. */
export const totalOf = (lines: readonly Line[], currency: string): string =>
  roundMoney(lines.length === 1 ? (lines[0] as Line).net : addMoney('0', ...lines.map(({ net }) => net)), currency)

/** What is left after cost; null unless the cost of every line is known. */
export const marginOf = (lines: readonly Line[], currency: string): string | null => {
  if (lines.length === 0 || lines.some(({ cost }) => cost === null)) return null
  const cost = lines.reduce((sum, line) => sum.plus(decimal(line.cost ?? '0').times(line.quantity)), decimal('0'))
  return roundMoney(decimal(totalOf(lines, currency)).minus(cost), currency)
}

export type Worth = { amount: string; currency: string; rate: string; base: string; probability: string }

/** The columns that follow from amount, rate and probability; written together, so that sums never disagree with rows. */
export const baseOf = ({ amount, currency, rate, base, probability }: Worth) => {
  const rounded = roundMoney(amount, currency)
  const baseAmount = toBase(rounded, rate, base)
  return { amount: rounded, baseAmount, weightedBase: roundMoney(shareOf(baseAmount, probability), base) }
}

// Closed deals, most of those there are, count in full or not at all.
const shareOf = (amount: string, probability: string) => {
  if (probability === '1') return amount
  return probability === '0' ? '0' : decimal(amount).times(probability)
}

/** Money arithmetic: exact decimals, rounded half-up (halves away from zero, as PostgreSQL does) to the currency's minor unit. */
import { Decimal } from 'decimal.js'

const Exact = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
})

// ISO 4217 currencies whose minor unit is not two digits.
const minorUnits: Record<string, number> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** The currencies that do not have two digits but this many. */
export const currenciesWithDigits = (digits: number): string[] =>
  Object.keys(minorUnits).filter((currency) => minorUnits[currency] === digits)

/** Digits after the point in this currency. */
export const minorUnitOf = (currency: string): number => minorUnits[currency] ?? 2

export const decimal = (value: string | number): Decimal => new Exact(value)

/** Rounds an amount to its currency and prints it with just those digits: `round('1.005', 'CNY')` is '1.01'. Zero has no sign. */
export const roundMoney = (amount: string | Decimal, currency: string): string => {
  const digits = minorUnitOf(currency)
  // What needs no rounding, as most that people type, needs no arithmetic.
  const [, whole, part = ''] = (typeof amount === 'string' && /^(0|[1-9]\d*)(?:\.(\d+))?$/.exec(amount)) || []
  if (whole !== undefined && part.length <= digits) return digits === 0 ? whole : `${whole}.${part.padEnd(digits, '0')}`
  return new Exact(amount).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).plus(0).toFixed(digits)
}

/** The amount in base currency at the given rate (base units for one unit of the amount's currency). */
export const toBase = (amount: string, rate: string, base: string): string =>
  roundMoney(rate === '1' ? amount : new Exact(amount).times(rate), base)

export const addMoney = (...amounts: string[]): string =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)).toFixed()

/**
 * Splits a total, rounded to its currency, by weights of zero or more so that the parts sum to it exactly (largest
 * remainder; ties to the earlier part). A negative total splits as the positive one does. All weights zero: the first part
 * takes everything.
 */
export const allocate = (total: string, weights: readonly string[], currency: string): string[] => {
  const digits = minorUnitOf(currency)
  const unit = new Exact(10).pow(-digits)
  const rounded = new Exact(roundMoney(total, currency))
  const units = rounded.abs().div(unit)
  const sum = weights.reduce((all, weight) => all.plus(weight), new Exact(0))
  if (sum.isZero()) return weights.map((_, index) => roundMoney(index === 0 ? total : '0', currency))
  const exact = weights.map((weight) => units.times(weight).div(sum))
  const parts = exact.map((part) => part.floor())
  const missing = units.minus(parts.reduce((all, part) => all.plus(part), new Exact(0))).toNumber()
  const order = exact
    .map((part, index) => ({ index, rest: part.minus(part.floor()) }))
    .sort((a, b) => b.rest.comparedTo(a.rest) || a.index - b.index)
  for (const { index } of order.slice(0, missing)) parts[index] = parts[index]!.plus(1)
  const sign = rounded.isNegative() ? -1 : 1
  return parts.map((part) => roundMoney(part.times(unit).times(sign), currency))
}

/** Net of a line: quantity × unit price × (1 − discount), rounded to the currency. */
export const lineNet = (line: { quantity: string; unitPrice: string; discount: string }, currency: string): string => {
  const { quantity, unitPrice, discount } = line
  if (quantity === '1' && discount === '0') return roundMoney(unitPrice, currency)
  return roundMoney(new Exact(quantity).times(unitPrice).times(new Exact(1).minus(discount)), currency)
}

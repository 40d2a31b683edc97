/** Product lines between the deal and the inputs: rows that may be half typed, and what they come to by the server's own rule. */
import { totalOf } from '@rapport/domain/features/opportunities/opportunity-amounts.ts'
import type { LineDraft } from '@rapport/domain/features/opportunities/opportunity-parts.ts'
import { lineNet } from '@rapport/domain/money.ts'
import type { Opportunity } from './opportunities.queries.ts'

/** Texts as typed; `key` keeps a row the same while it moves. */
export type LineRow = {
  key: string
  productId: string
  description: string
  quantity: string
  unitPrice: string
  discount: string
}

export const lineRowsOf = ({ lines = [] }: Pick<Opportunity, 'lines'>): LineRow[] =>
  lines.map(({ id, productId, description, quantity, unitPrice, discount }) => ({
    key: id,
    productId,
    description: description ?? '',
    quantity,
    unitPrice,
    discount,
  }))

export const blankLine = (key: string): LineRow => ({
  key,
  productId: '',
  description: '',
  quantity: '1',
  unitPrice: '',
  discount: '0',
})

const isBlank = ({ productId, description, unitPrice }: LineRow) => !productId && !description && !unitPrice

/** What is sent; lines begun at the end and left empty are none. */
export function lineDraftsOf(rows: readonly LineRow[]): LineDraft[] {
  const last = rows.findLastIndex((row) => !isBlank(row))
  return rows.slice(0, last + 1).map(({ productId, description, quantity, unitPrice, discount }) => ({
    productId,
    description: description.trim() || null,
    quantity,
    unitPrice,
    discount: discount || '0',
  }))
}

const exact = /^\d{1,10}(\.\d+)?$/

/** Null while a number of the line is missing or is none. */
export function netOf({ quantity, unitPrice, discount }: LineRow, currency: string): string | null {
  const line = { quantity, unitPrice, discount: discount || '0' }
  return Object.values(line).every((value) => exact.test(value)) ? lineNet(line, currency) : null
}

/** The sum of the lines that can be computed; null where there is none. */
export function sumOf(rows: readonly LineRow[], currency: string): string | null {
  const nets = rows.map((row) => netOf(row, currency)).filter((net) => net !== null)
  const lines = nets.map((net) => ({ net, cost: null, quantity: '1' }))
  return nets.length > 0 ? totalOf(lines, currency) : null
}

/** The list with the row at `from` standing at `to`. */
export function withMoved<T>(rows: readonly T[], from: number, to: number): T[] {
  const row = rows[from]
  if (row === undefined || to < 0 || to >= rows.length) return [...rows]
  return rows.toSpliced(from, 1).toSpliced(to, 0, row)
}

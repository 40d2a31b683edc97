/** Counts of two periods as the report sends them, each figure with the filter that lists its rows. */
import type { Days } from '@rapport/domain/features/reports/compared-period.ts'
import { wilson } from '@rapport/domain/features/reports/statistics.ts'
import type { WinLossQuery, WinLossReport } from '@rapport/domain/features/reports/win-loss.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { daysFilter, drillOf, type MoneyView, PHASES } from './reports.scope.queries.ts'

export type Part = 'total' | 'reason' | 'stage' | 'competitor'
export type Counts = { won: number; lost: number; lostValue: unknown }
export type Row = {
  part: Part
  key: string | null
  label: NonNullable<WinLossReport['reasons']>[number]['label']
  now: Counts
  before: Counts
}
type View = { query: WinLossQuery; compared: Days | null; money: MoneyView }

export const totalOf = (view: View, rows: readonly Row[]): WinLossReport['total'] => {
  const zero = { toFixed: (digits: number) => (0).toFixed(digits) }
  const none = { won: 0, lost: 0, lostValue: zero }
  const { now, before } = rows.find(({ part }) => part === 'total') ?? { now: none, before: none }
  return compare(view, { now, before }, (counts, days) => closedFigures(view, counts, days, null))
}

export const lossRows = (view: View, rows: readonly Row[] | null): WinLossReport['reasons'] =>
  rows?.map((row) => ({
    key: row.key,
    label: row.label,
    ...compare(view, row, ({ lost, lostValue }, days) => ({
      lost,
      lostValue: view.money.show(lostValue),
      drill: drillOf(view.query, PHASES.lost, days, sliceOf(row)),
    })),
  })) ?? null

export const competitorRows = (view: View, rows: readonly Row[] | null): WinLossReport['competitors'] =>
  rows?.map((row) => ({
    key: row.key,
    label: row.label,
    ...compare(view, row, (counts, days) => closedFigures(view, counts, days, sliceOf(row))),
  })) ?? null

const compare = <F>(
  { query, compared }: View,
  { now, before }: Pick<Row, 'now' | 'before'>,
  figures: (counts: Counts, days: Filter | null) => F,
) => ({
  now: figures(now, daysFilter('closedAt', query.from, query.to)),
  before: compared && figures(before, daysFilter('closedAt', compared.from, compared.to)),
})

const closedFigures = ({ query, money }: View, counts: Counts, days: Filter | null, slice: Filter | null) => {
  const { won, lost, lostValue } = counts
  const rows = (phase: Filter) => drillOf(query, phase, days, slice)
  return {
    won,
    lost,
    lostValue: money.show(lostValue),
    winRate: wilson(won, won + lost),
    drill: { won: rows(PHASES.won), lost: rows(PHASES.lost), closed: rows(PHASES.closed) },
  }
}

const fieldOf = { reason: 'reasonId', stage: 'closedInStageId', competitor: 'competitorIds' } as const

const sliceOf = ({ part, key }: Row): Filter | null => {
  if (part === 'total') return null
  const field = fieldOf[part]
  if (key === null) return { field, op: 'empty' }
  return part === 'competitor' ? { field, op: 'hasAny', value: [key] } : { field, op: 'eq', value: key }
}

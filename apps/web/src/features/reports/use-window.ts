/** The period and the pipeline of the analytics page, kept in the address. */
import { addDays, addPeriods, startOfPeriod } from '@rapport/domain/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useClear } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { pipelinesQuery } from '../opportunities/opportunities.queries.ts'
import type { Window } from './reports.queries.ts'

export const periods = ['month', 'quarter', 'year', 'twelve', 'all'] as const
export type PeriodName = (typeof periods)[number]

/** First and last day of a period that holds today; 'twelve' is this month and the eleven before it. */
export const daysOfPeriod = (period: PeriodName, today: string): { from?: string; to?: string } => {
  if (period === 'all') return {}
  if (period === 'twelve')
    return { from: addPeriods(startOfPeriod(today, 'month'), 'month', -11), to: lastDay(today, 'month') }
  return { from: startOfPeriod(today, period), to: lastDay(today, period) }
}

const lastDay = (today: string, period: 'month' | 'quarter' | 'year') =>
  addDays(addPeriods(startOfPeriod(today, period), period, 1), -1)

const isPeriod = (text: string | null): text is PeriodName => periods.some((period) => period === text)

export function useWindow() {
  const [params, setParams] = useSearchParams()
  const format = useFormat()
  const query = useQuery(pipelinesQuery)
  const pipelines = query.data?.items ?? []
  const given = params.get('period')
  const period: PeriodName = isPeriod(given) ? given : 'twelve'
  const clear = useClear('opportunities')
  const chosen = params.get('pipeline') ?? (pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0])?.id
  // Whose role hides it sees the deals of all pipelines together.
  const pipelineId = clear('pipelineId') ? chosen : undefined
  const window: Window = { ...daysOfPeriod(period, format.today()), ...(pipelineId && { pipelineId }) }
  const set = (name: string, value: string) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      next.set(name, value)
      return next
    })
  return {
    query,
    period,
    window,
    pipelines,
    pipelineId,
    isReady: chosen !== undefined,
    setPeriod: (next: PeriodName) => set('period', next),
    setPipeline: (id: string) => set('pipeline', id),
  }
}

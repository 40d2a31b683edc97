/** The fixed reports from the API. They follow the deals, so they are asked for again when a deal changes. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { addPeriods, startOfPeriod } from '@rapport/domain/dates.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import type { MetricId } from '@rapport/domain/features/reports/metrics.ts'
import { paths } from '../../app/paths.ts'
import { call, type ArgsOf, type Key, type ReplyOf } from '../../lib/call.ts'
import { PAGE } from '../../lib/list-options.ts'

export type SalesReport = ReplyOf<'GET /reports/sales'>
export type SalesRow = SalesReport['rows'][number]
export type FunnelReport = ReplyOf<'GET /reports/funnel'>
export type PipelineReport = ReplyOf<'GET /reports/pipeline'>
export type ForecastReport = ReplyOf<'GET /reports/forecast'>
export type OutlookReport = ReplyOf<'GET /reports/outlook'>
export type WinLossReport = ReplyOf<'GET /reports/win-loss'>
export type WatchReport = ReplyOf<'GET /reports/watch'>
export type { MetricId }

/** What the reports are narrowed to; absent means everything. */
export type Window = { from?: string; to?: string; pipelineId?: string }

const ask = <K extends Key>(key: K, query: object) =>
  queryOptions({
    queryKey: ['opportunities', 'reports', key, query],
    queryFn: ({ signal }) =>
      (call as (key: K, args: ArgsOf<K>) => Promise<ReplyOf<K>>)(key, { query, signal } as unknown as ArgsOf<K>),
    placeholderData: keepPreviousData,
  })

export const salesQuery = (by: string, window: Window) => ask('GET /reports/sales', { by, ...window })
export const pipelineReportQuery = ({ pipelineId }: Window) =>
  ask('GET /reports/pipeline', pipelineId ? { pipelineId } : {})
/** The present month and the eleven after it. */
export const forecastQuery = (today: string, { pipelineId }: Window) => {
  const from = startOfPeriod(today, 'month')
  return ask('GET /reports/forecast', { from, to: addPeriods(from, 'month', 12), ...(pipelineId && { pipelineId }) })
}
export const funnelQuery = (window: Window & { pipelineId: string }) => ask('GET /reports/funnel', window)

export const outlookQuery = ({ pipelineId }: Window) => ask('GET /reports/outlook', pipelineId ? { pipelineId } : {})
export const winLossQuery = (window: Window) => ask('GET /reports/win-loss', window)
export const watchQuery = ({ pipelineId }: Window) => ask('GET /reports/watch', pipelineId ? { pipelineId } : {})

export const metricsQuery = queryOptions({
  queryKey: ['metrics'],
  queryFn: ({ signal }) => call('GET /metrics', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export type FunnelDeals = { pipelineId: string; stageId: string; outcome?: string; from?: string; to?: string }

/** The deals behind a figure of the funnel, page by page. */
export const funnelDealsQuery = (of: FunnelDeals) =>
  infiniteQueryOptions({
    queryKey: ['opportunities', 'reports', 'funnel-deals', of],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...of, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return call('GET /reports/funnel/deals', { query, signal } as ArgsOf<'GET /reports/funnel/deals'>)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** The address of the page that lists them. */
export const funnelDealsPath = (of: FunnelDeals): string => `${paths.funnelDeals}?${new URLSearchParams(of).toString()}`

/** The address of the list that holds exactly the rows behind a figure. */
export const drillPath = (drill: unknown): string =>
  `/opportunities?layout=table&filter=${encodeURIComponent(JSON.stringify(drill as Filter))}`

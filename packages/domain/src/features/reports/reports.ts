/** What the fixed reports answer. Every figure carries the filter that opens exactly its rows. */
import { z } from 'zod'
import { limitParam, pageOf } from '../../contract/page.ts'
import { cursorParam } from '../../contract/query.ts'
import { opportunity } from '../opportunities/opportunities.ts'
import { comparedPeriod, drill, label, narrowing, period, pipelineId, share, stageLabel } from './report-parts.ts'

export const slices = ['owner', 'team', 'product', 'month', 'source', 'industry', 'pipeline'] as const
export type Slice = (typeof slices)[number]

export const funnelOutcomes = ['forward', 'back', 'lost', 'left', 'open'] as const

export const salesQuery = z.strictObject({
  by: z.enum(slices).meta({ description: 'What the figures are grouped by.' }),
  ...period,
  ...narrowing,
})
export const pipelineQuery = z.strictObject(narrowing)
export const forecastQuery = z.strictObject({ ...narrowing, ...period })
export const funnelQuery = z.strictObject({ pipelineId: pipelineId(), ...period, filter: narrowing.filter })
/** The deals behind one figure of the funnel: `outcome` narrows to those that went forward, back, were lost, left at all or are open. */
export const funnelDealsQuery = z.strictObject({
  pipelineId: pipelineId(),
  stageId: z.uuid().meta({ description: 'The stage of the figure.' }),
  outcome: z.enum(funnelOutcomes).optional().meta({ description: 'What became of the deal at that stage.' }),
  ...period,
  filter: narrowing.filter,
  limit: limitParam(),
  cursor: cursorParam().optional(),
})
/** What they were worth together when they entered; null for who may not read amounts. */
export const funnelDeals = pageOf(opportunity).extend({ currency: z.string(), enteredValue: z.string().nullable() })
export type FunnelDealsQuery = z.output<typeof funnelDealsQuery>
export type SalesQuery = z.output<typeof salesQuery>
export type PipelineQuery = z.output<typeof pipelineQuery>
export type ForecastQuery = z.output<typeof forecastQuery>
export type FunnelQuery = z.output<typeof funnelQuery>

const salesFigures = {
  won: z.int(),
  lost: z.int(),
  wonValue: z.string().nullable(),
  winRate: share,
  drill: z.object({ won: drill, lost: drill, closed: drill }),
}

export const salesReport = z
  .object({
    currency: z.string(),
    rows: z.array(z.object({ key: z.string().nullable(), parentKey: z.string().nullable(), label, ...salesFigures })),
    total: z.object({
      ...salesFigures,
      cycle: z.object({
        wonMean: z.float64().nullable(),
        wonMedian: z.float64().nullable(),
        lostMean: z.float64().nullable(),
        lostMedian: z.float64().nullable(),
      }),
    }),
  })
  .meta({ id: 'SalesReport' })
export type SalesReport = z.output<typeof salesReport>

const openFigures = { count: z.int(), value: z.string().nullable(), weighted: z.string().nullable(), drill }

export const pipelineReport = z
  .object({
    currency: z.string(),
    stages: z.array(
      z.object({
        pipelineId: z.string(),
        stageId: z.string(),
        label: stageLabel,
        order: z.int(),
        color: z.string(),
        probability: z.string(),
        phase: z.string(),
        ...openFigures,
      }),
    ),
    total: z.object(openFigures),
  })
  .meta({ id: 'PipelineReport' })
export type PipelineReport = z.output<typeof pipelineReport>

export const forecastReport = z
  .object({
    currency: z.string(),
    months: z.array(
      z.object({
        /** First day of the month of the expected close; null for deals without a date. */
        month: z.string().nullable(),
        ...openFigures,
        wonValue: z.string().nullable(),
        drillWon: drill,
      }),
    ),
  })
  .meta({ id: 'ForecastReport' })
export type ForecastReport = z.output<typeof forecastReport>

export const funnelReport = z
  .object({
    currency: z.string(),
    stages: z.array(
      z.object({
        stageId: z.string(),
        label: stageLabel,
        order: z.int(),
        color: z.string(),
        phase: z.string(),
        /** Deals that entered in the period, and their base value at entry. */
        entered: z.int(),
        enteredValue: z.string().nullable(),
        forward: z.int(),
        back: z.int(),
        lost: z.int(),
        open: z.int(),
        conversion: share,
        medianDays: z.float64().nullable(),
        /** The same share of the period before; null where nothing is compared. */
        conversionBefore: share.nullable(),
      }),
    ),
    compared: comparedPeriod,
    /** Steps that carry significantly fewer deals on than in the period before, those with most at stake first. */
    weak: z.array(z.object({ stageId: z.string(), p: z.float64(), atStake: z.string().nullable() })),
    /** How many steps have enough deals in both periods to be compared. */
    comparable: z.int(),
  })
  .meta({ id: 'FunnelReport' })
export type FunnelReport = z.output<typeof funnelReport>

export const metricList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      unit: z.enum(['count', 'money', 'share', 'days']),
      timeField: z.string().nullable(),
      label: z.object({ zh: z.string(), en: z.string() }),
      formula: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
})

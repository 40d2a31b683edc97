/** What this month, quarter and year should bring, beside what the one before brought. */
import { z } from 'zod'
import { addDays, addPeriods, startOfPeriod } from '../../dates.ts'
import { drill, narrowing } from './report-parts.ts'

export const outlookPeriods = ['month', 'quarter', 'year'] as const
export type OutlookPeriod = (typeof outlookPeriods)[number]

export const outlookQuery = z.strictObject(narrowing)
export type OutlookQuery = z.output<typeof outlookQuery>

const sum = z.object({ count: z.int(), value: z.string().nullable(), drill })

export const outlookReport = z
  .object({
    currency: z.string(),
    periods: z.array(
      z.object({
        period: z.enum(outlookPeriods),
        from: z.string(),
        to: z.string(),
        /** Won so far. */
        won: sum,
        /** Open deals that should close within it, by their weighted value. */
        open: sum,
        /** Won so far and weighted, together: what is won is weighted by one. */
        expected: sum,
        /** Won in the whole period before. */
        before: z.object({ ...sum.shape, from: z.string(), to: z.string() }),
      }),
    ),
  })
  .meta({ id: 'OutlookReport' })
export type OutlookReport = z.output<typeof outlookReport>

/** The calendar periods that hold today, each with the whole one before it. */
export const outlookDays = (today: string) =>
  outlookPeriods.map((period) => {
    const from = startOfPeriod(today, period)
    const before = { from: addPeriods(from, period, -1), to: addDays(from, -1) }
    return { period, from, to: addDays(addPeriods(from, period, 1), -1), before }
  })

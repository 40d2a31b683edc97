/** How many open deals are large, stuck and slipping, and what they are worth. */
import { z } from 'zod'
import { watches } from '../opportunities/watched-deals.ts'
import { drill, narrowing } from './report-parts.ts'

export const watchQuery = z.strictObject(narrowing)
export type WatchQuery = z.output<typeof watchQuery>

/** A row that rests on a field the reader may not read is not there. */
export const watchReport = z
  .object({
    currency: z.string(),
    rows: z.array(z.object({ watch: z.enum(watches), count: z.int(), value: z.string().nullable(), drill })),
  })
  .meta({ id: 'WatchReport' })
export type WatchReport = z.output<typeof watchReport>

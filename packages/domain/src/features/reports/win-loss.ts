/** Why deals are won and lost: by reason, by the stage they were lost in, by competitor, beside the period before. */
import { z } from 'zod'
import { comparedPeriod, drill, label, narrowing, period, share } from './report-parts.ts'

export const winLossQuery = z.strictObject({ ...period, ...narrowing })
export type WinLossQuery = z.output<typeof winLossQuery>

const lossFigures = z.object({ lost: z.int(), lostValue: z.string().nullable(), drill }).meta({ id: 'LossFigures' })
const closedFigures = z
  .object({
    won: z.int(),
    lost: z.int(),
    lostValue: z.string().nullable(),
    winRate: share,
    drill: z.object({ won: drill, lost: drill, closed: drill }),
  })
  .meta({ id: 'ClosedFigures' })

const row = { key: z.string().nullable(), label }
const losses = z.array(z.object({ ...row, now: lossFigures, before: lossFigures.nullable() })).nullable()

/** A part is null for who may not read what it is about; `before` is null where nothing is compared. */
export const winLossReport = z
  .object({
    currency: z.string(),
    compared: comparedPeriod,
    total: z.object({ now: closedFigures, before: closedFigures.nullable() }),
    reasons: losses,
    stages: losses,
    competitors: z.array(z.object({ ...row, now: closedFigures, before: closedFigures.nullable() })).nullable(),
  })
  .meta({ id: 'WinLossReport' })
export type WinLossReport = z.output<typeof winLossReport>

/** What the questions and the answers of several reports share. */
import { z } from 'zod'
import { filterParam } from '../../contract/page.ts'
import { dateString } from '../../field/schemas.ts'

/** `from` and `to` are days, both included; absent means without bound. */
export const period = {
  from: dateString().optional().meta({ description: 'The first day of the period; without it, from the beginning.' }),
  to: dateString().optional().meta({ description: 'The last day of the period; without it, to the end.' }),
}
export const pipelineId = () => z.uuid().meta({ description: 'The pipeline whose deals are counted.' })
export const narrowing = { filter: filterParam(), pipelineId: pipelineId().optional() }

export const label = z.union([z.string(), z.object({ zh: z.string(), en: z.string() }), z.null()])
/** A stage's name is always there in both languages. */
export const stageLabel = z.object({ zh: z.string(), en: z.string() })
/** The filter for GET /opportunities that lists the rows behind a figure. */
export const drill = z.unknown().meta({ description: 'A filter of GET /opportunities' })
/** The period that the figures of a report are compared with; null when it has no beginning. */
export const comparedPeriod = z.object({ from: z.string(), to: z.string() }).nullable()

export const share = z
  .object({
    k: z.int(),
    n: z.int(),
    value: z.float64().nullable(),
    low: z.float64().nullable(),
    high: z.float64().nullable(),
  })
  .meta({ id: 'Share' })

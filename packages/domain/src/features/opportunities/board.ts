/** A pipeline as columns: per stage what stands in it, and the first cards; further ones come from the list by cursor. */
import { z } from 'zod'
import { filterParam, searchParam, sortParam } from '../../contract/page.ts'
import { filterSchema } from '../../filter/schema.ts'
import { phases, stageColors } from '../pipelines/stages.fields.ts'
import { opportunity } from './opportunities.ts'

export const boardQuery = z.strictObject({
  pipelineId: z.uuid().meta({ description: 'The pipeline to show.' }),
  filter: filterParam(),
  search: searchParam(),
  sort: sortParam(),
})
export type BoardQuery = z.output<typeof boardQuery>

const label = () => z.object({ zh: z.string(), en: z.string() })

/**
 * `filter` is the very condition that counted the column: the list opened with it shows those rows, and `nextCursor` goes
 * on where the cards end. Sums are null for who may not read what deals are worth, `rotting` for who may not read how long they have been there. Won and lost columns hold what was closed since `since`, the first day of the present month.
 */
const boardColumn = z
  .object({
    stageId: z.string().meta({ format: 'uuid' }),
    label: label(),
    phase: z.enum(phases.map(({ value }) => value)),
    color: z.enum(stageColors),
    probability: z.string(),
    maxDays: z.int().nullable(),
    expectedDays: z.int().nullable(),
    guidance: label(),
    since: z.string().meta({ format: 'date' }).nullable(),
    count: z.int(),
    baseAmount: z.string().nullable(),
    weightedBase: z.string().nullable(),
    rotting: z.int().nullable(),
    rottingBase: z.string().nullable(),
    filter: filterSchema,
    items: z.array(opportunity),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'BoardColumn' })

export const board = z
  .object({ pipelineId: z.string().meta({ format: 'uuid' }), currency: z.string(), columns: z.array(boardColumn) })
  .meta({ id: 'Board' })
export type Board = z.output<typeof board>

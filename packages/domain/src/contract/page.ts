/** Lists: the query they take and the page they answer. */
import { z } from 'zod'
import { filterSchema } from '../filter/schema.ts'
import { intParam, jsonParam, listParam } from './query.ts'
import { text } from './text.ts'

/**
 * `sort` names fields, `-` before one for descending; the id always ends it. `cursor` is opaque and bound to filter,
 * sort and caller. `total`: 'auto' counts up to 10,000, 'exact' counts all, 'none' saves the query.
 */
export const listQuery = z.strictObject({
  filter: jsonParam(filterSchema).optional(),
  sort: listParam(5).optional(),
  limit: intParam(1, 200).optional(),
  cursor: z.string().max(2000).optional(),
  fields: listParam(100).optional(),
  search: text(100).optional(),
  total: z.enum(['auto', 'exact', 'none']).optional(),
})
export type ListQuery = z.output<typeof listQuery>

export const total = z
  .object({
    value: z.int(),
    /** False when `value` is an estimate or a cap ("10,000+"). */
    exact: z.boolean(),
  })
  .meta({ id: 'Total' })

/** One page of a list; `nextCursor` is null on the last. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: total.nullable() })

/**
 * Aggregates: `groupBy` names up to two fields, a time field with its period (`closedAt:month`); `measures` are `count`,
 * `sum:amount`, `avg:amount`, `min:…`, `max:…`.
 */
export const aggregateQuery = z.strictObject({
  filter: jsonParam(filterSchema).optional(),
  search: text(100).optional(),
  groupBy: listParam(2).optional(),
  measures: listParam(10).optional(),
})
export type AggregateQuery = z.output<typeof aggregateQuery>

const cell = z.union([z.string(), z.int(), z.boolean(), z.null()])

export const aggregateReply = z
  .object({
    groups: z.array(
      z.object({
        /** One value per name in `groupBy`; a time group is the first day of its period. */
        key: z.array(cell),
        /** What people call each key, where the key is a reference. */
        labels: z.array(z.union([z.string(), z.object({ zh: z.string(), en: z.string() }), z.null()])),
        /** One value per measure, decimals as strings. */
        values: z.array(cell),
      }),
    ),
  })
  .meta({ id: 'Aggregate' })

export const idParams = z.strictObject({ id: z.uuid() })
/** The body of a command that takes nothing but the version. */
export const versionBody = z.strictObject({ version: z.int().min(1).optional() })

/** Lists: the query they take and the page they answer. */
import { z } from 'zod'
import { filterSchema } from '../filter/schema.ts'
import { cursorParam, intParam, jsonParam, listParam } from './query.ts'
import { text } from './text.ts'

/** `filter` of a list, an aggregate or a report. */
export const filterParam = () =>
  jsonParam(filterSchema)
    .optional()
    .meta({ description: 'Which records: a condition as JSON, in the language of the schema Filter.' })
export const searchParam = () =>
  text(100)
    .optional()
    .meta({ description: 'Words that must all occur in names and numbers; pinyin and its initials too.' })

export const sortParam = () =>
  listParam(5)
    .optional()
    .meta({ description: 'Fields with commas between, `-` before one for descending; the id always ends the order.' })
export const limitParam = () => intParam(1, 200).optional().meta({ description: 'How many at most, 50 unless given.' })

/**
 * `sort` names fields, `-` before one for descending; the id always ends it. `cursor` is opaque and bound to filter,
 * sort and caller. `total`: 'auto' counts up to 10,000, 'exact' counts all, 'none' saves the query.
 */
export const listQuery = z.strictObject({
  filter: filterParam(),
  sort: sortParam(),
  limit: limitParam(),
  cursor: cursorParam().optional(),
  fields: listParam(100)
    .optional()
    .meta({ description: 'The fields wanted, with commas between; `id` and `version` always come.' }),
  search: searchParam(),
  total: z
    .enum(['auto', 'exact', 'none'])
    .optional()
    .meta({ description: 'Whether to count: `auto` up to 10,000, `exact` to the end, `none` not at all.' }),
})
export type ListQuery = z.output<typeof listQuery>

export const total = z
  .object({
    value: z.int(),
    /** False when `value` is an estimate or a cap ("10,000+"). */
    exact: z.boolean(),
  })
  .meta({ id: 'Total' })

/** One page of a list; `nextCursor` is null on the last, `total` absent where nobody asked to count. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item).meta({ maxItems: 200 }), nextCursor: z.string().nullable(), total: total.optional() })

/**
 * Aggregates: `groupBy` names up to two fields, a time field with its period (`closedAt:month`); `measures` are `count`,
 * `count:nextActionAt` (where it is not empty), `sum:amount`, `avg:amount`, `min:…`, `max:…`.
 */
export const aggregateQuery = z.strictObject({
  filter: filterParam(),
  search: searchParam(),
  groupBy: listParam(2).optional().meta({
    description: 'Up to two fields; a time with its period: `closedAt:month` (day, week, month, quarter, year).',
  }),
  measures: listParam(10).optional().meta({
    description:
      '`count`, `count:nextActionAt` (those where it is not empty), `sum:amount`, `avg:amount`, `min:amount`, `max:amount`; `count` unless given.',
  }),
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

export const idParams = z.strictObject({ id: z.uuid().meta({ description: 'The id of the record.' }) })
/** The version a change is based on; `If-Match` may carry it instead. */
export const versionField = () =>
  z.int().min(1).optional().meta({ description: 'The version last seen, unless `If-Match` carries it.' })
/** The body of a command that takes nothing but the version. */
export const versionBody = z.strictObject({ version: versionField() })

/** The filter tree as it comes in: closed, at most 6 levels and 100 conditions. Field names and types are checked by the record set. */
import { z } from 'zod'
import { cleanPattern, isCleanText } from '../contract/text.ts'
import { conditionsOf, type Filter } from './filter.ts'

const operators = [
  'eq',
  'ne',
  'in',
  'notIn',
  'contains',
  'startsWith',
  'empty',
  'notEmpty',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'before',
  'after',
  'within',
  'hasAny',
  'hasAll',
] as const

const clean = z.string().max(500).refine(isCleanText, { error: 'text.malformed' }).meta({ pattern: cleanPattern })
const me = z.union([z.strictObject({ me: z.literal(true) }), z.strictObject({ myTeam: z.literal(true) })])
const scalar = z.union([clean, z.int(), z.boolean()])
const days = z.int().min(0).max(36_500)
const value = z.union([
  scalar,
  z.array(z.union([scalar, me])).max(200),
  me,
  z.strictObject({ daysAgo: days }),
  z.strictObject({ daysAhead: days }),
  z.strictObject({
    period: z.enum(['day', 'week', 'month', 'quarter', 'year']),
    offset: z.int().min(-1200).max(1200),
  }),
  z.strictObject({ from: clean, to: clean }),
])

const condition = z.strictObject({
  field: z.string().min(1).max(100).refine(isCleanText, { error: 'text.malformed' }).meta({ pattern: cleanPattern }),
  op: z.enum(operators),
  value: value.optional(),
})

/** The shape of a filter, for the OpenAPI document; how deep and how large it may be says `filterSchema`. */
export const filterTree: z.ZodType<Filter, Filter> = z
  .lazy(() =>
    z.union([
      condition as unknown as z.ZodType<Filter, Filter>,
      z.strictObject({ and: z.array(filterTree).max(100) }),
      z.strictObject({ or: z.array(filterTree).max(100) }),
      z.strictObject({ not: filterTree }),
    ]),
  )
  .meta({
    id: 'Filter',
    description: 'A condition, or conditions joined by `and`, `or`, `not`; at most 6 levels and 100 conditions.',
    examples: [{ and: [{ field: 'name', op: 'contains', value: '环保' }] }],
  })

const depthOf = (filter: unknown, depth = 1): number => {
  if (depth > 7 || typeof filter !== 'object' || filter === null) return depth
  const node = filter as { and?: unknown[]; or?: unknown[]; not?: unknown }
  const children = Array.isArray(node.and)
    ? node.and
    : Array.isArray(node.or)
      ? node.or
      : 'not' in node
        ? [node.not]
        : []
  return children.reduce<number>((deepest, child) => Math.max(deepest, depthOf(child, depth + 1)), depth)
}

/** A filter from outside. Errors: `filter.tooDeep`, `filter.tooMany`, or the malformed part. */
export const filterSchema: z.ZodType<Filter, Filter> = z
  .unknown()
  .refine((given) => depthOf(given) <= 6, { error: 'filter.tooDeep', abort: true })
  .pipe(filterTree)
  .refine((filter) => conditionsOf(filter).length <= 100, { error: 'filter.tooMany' }) as unknown as z.ZodType<
  Filter,
  Filter
>

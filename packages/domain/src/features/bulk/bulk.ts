/** A change of many records as it comes in, and the preview of one. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { dateString, inSchema } from '../../field/schemas.ts'
import { filterSchema } from '../../filter/schema.ts'
import { bulkActions, offersBulk, type BulkAction, type BulkEntity } from './bulk-actions.ts'
import { bulkFields } from './bulk-fields.ts'

/** As many ids as a body may list; more are named by a filter. */
export const MOST_IDS = 1_000
/** As many records as one job changes. */
export const MOST_RECORDS = 50_000

const unique = (items: string[]) => new Set(items).size === items.length
const tags = () => z.array(text(50, 1)).min(1).max(50).refine(unique, { error: 'list.doubled' }).optional()
const tagChange = z.strictObject({ add: tags(), remove: tags() })

/** As far as a plan is moved by working days: a year, forth or back. */
export const MOST_DAYS = 260

// Each keeps its time of day, as the caller's clock shows it.
const move = () =>
  z
    .union([
      z.strictObject({ day: dateString() }),
      z.strictObject({ workingDays: z.int().min(-MOST_DAYS).max(MOST_DAYS) }),
    ])
    .meta({
      description:
        'Moves each from where it is planned: to a `day`, or by so many `workingDays` (back when negative). It keeps its time of day in the caller’s time zone; what has no time is planned for nine o’clock of the day, and is not moved by days.',
    })

const changesOf = (entity: BulkEntity) =>
  z.strictObject({
    ...Object.fromEntries(
      Object.entries(bulkFields[entity]).map(([name, field]) => {
        if (field.kind === 'tags') return [name, tagChange.optional()]
        const given = field.kind === 'instant' ? z.union([inSchema(field), move()]) : inSchema(field)
        return [name, (field.required || field.hasDefault ? given : given.nullable()).optional()]
      }),
    ),
    ...(offersBulk(entity, 'transfer') && { ownerId: z.uuid().optional() }),
    ...(offersBulk(entity, 'complete') && { outcomeId: z.uuid().optional() }),
  })

/** `ids`, or a `filter` – null for all – with what a list is searched for; never both. */
const selection = {
  ids: z.array(z.uuid()).min(1).max(MOST_IDS).refine(unique, { error: 'list.doubled' }).optional(),
  filter: filterSchema.nullable().optional(),
  search: text(100).optional(),
}

export const bulkBody = (entity: BulkEntity) =>
  z.strictObject({
    ...selection,
    action: z.enum(bulkActions[entity]),
    changes: changesOf(entity).optional(),
    reason: text(500, 1).optional().meta({ description: 'Why, as the history tells it.' }),
  }) as unknown as z.ZodType<BulkBody, BulkBody>

export type BulkBody = z.output<z.ZodObject<typeof selection>> & {
  action: BulkAction
  changes?: Record<string, unknown> | undefined
  reason?: string | undefined
}

export const bulkPreview = z
  .object({
    /** The records selected that the caller sees; of `ids` also those that he does not. */
    total: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    reasons: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        count: z.int(),
        examples: z.array(z.object({ id: z.string(), label: z.string() })).meta({ maxItems: 3 }),
      }),
    ),
  })
  .meta({ id: 'BulkPreview' })
export type BulkPreview = z.output<typeof bulkPreview>

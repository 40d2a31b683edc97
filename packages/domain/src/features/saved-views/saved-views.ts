/** A saved view as it comes in and as it is sent. */
import { z } from 'zod'
import { columnName, columnWidths } from '../../column-entries.ts'
import { total } from '../../contract/page.ts'
import { text } from '../../contract/text.ts'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { filterSchema, filterTree } from '../../filter/schema.ts'
import { savedViewFields } from './saved-views.fields.ts'

export const savedViewVerbs = ['edit', 'publish', 'archive'] as const

const name = () => text(100, 1)
const unique = (items: string[]) => new Set(items).size === items.length

const content = {
  filter: filterSchema.nullable().optional().meta({ description: 'Which records, in the language of lists.' }),
  sort: z
    .array(name())
    .max(5)
    .refine(unique, { error: 'list.doubled' })
    .optional()
    .meta({ description: 'Fields, `-` before one for descending.' }),
  columns: z
    .array(name())
    .max(100)
    .refine((entries) => unique(entries.map(columnName)), { error: 'list.doubled' })
    .nullable()
    .optional()
    .meta({
      description: `Fields in the order of their columns, a chosen width after a colon (\`city:160\`, ${columnWidths.min} to ${columnWidths.max} pixels); null shows the usual ones.`,
    }),
  group: name()
    .nullable()
    .optional()
    .meta({ description: 'The field by which it is grouped; of a board of deals, the id of its pipeline.' }),
}

export const savedViewDraft = draftSchema(savedViewFields, content)
export const savedViewPatch = patchSchema(savedViewFields, content)

export const savedView = recordSchema('SavedView', savedViewFields, savedViewVerbs, {
  filter: filterTree.nullable(),
  sort: z.array(z.string()).meta({ maxItems: 5 }),
  columns: z.array(z.string()).meta({ maxItems: 100 }).nullable(),
  group: z.string().nullable(),
  /** How many conditions rest on what this reader may not use; they are left out of `filter`. */
  unavailable: z.int(),
})

/** How many views of a noun are counted at once: more tabs are seldom in sight. */
export const countedViews = 20

export const viewCounts = z
  .object({
    counts: z
      .array(
        z.object({
          viewId: z.uuid().nullable().meta({ description: 'Null is all that one sees of the noun.' }),
          total,
        }),
      )
      .meta({ maxItems: countedViews + 1 }),
  })
  .meta({ id: 'SavedViewCounts' })

export type ViewCounts = z.output<typeof viewCounts>
export type SavedViewDraft = z.output<typeof savedViewDraft>
export type SavedViewPatch = z.output<typeof savedViewPatch>
export type SavedView = z.output<typeof savedView>

/** What hangs on an opportunity alone: its lines, the people of the deal, the competitors. Each list is sent whole. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { decimalString, idString, refSchema } from '../../field/schemas.ts'
import { buyingRoles } from '../pipelines/criterion-choices.ts'

const unique = (path: string) => (items: readonly object[]) =>
  new Set(items.map((item) => (item as Record<string, unknown>)[path])).size === items.length

const lineDraft = z.strictObject({
  productId: idString(),
  description: text(500).nullable().optional(),
  quantity: decimalString({ scale: 4, min: '0', max: '999999999' }).optional(),
  unitPrice: decimalString({ scale: 4, min: '0', max: '9999999999' }),
  /** A share of the price: 0.1 is 10 % off. */
  discount: decimalString({ scale: 4, min: '0', max: '1' }).optional(),
})
const contactDraft = z.strictObject({
  contactId: idString(),
  buyingRole: z.enum(buyingRoles),
  /** From −2 (against us) to 2 (for us). */
  attitude: z.int().min(-2).max(2).optional(),
})
const competitorDraft = z.strictObject({ competitorId: idString(), note: text(500).nullable().optional() })

/** In the order of the list; the same product may stand on several lines. */
export const lineDrafts = z.array(lineDraft).max(200)
export const contactDrafts = z.array(contactDraft).max(100).refine(unique('contactId'), { error: 'list.doubled' })
export const competitorDrafts = z
  .array(competitorDraft)
  .max(50)
  .refine(unique('competitorId'), { error: 'list.doubled' })

export type LineDraft = z.output<typeof lineDraft>
export type ContactDraft = z.output<typeof contactDraft>
export type CompetitorDraft = z.output<typeof competitorDraft>

const id = () => z.string().meta({ format: 'uuid' })

export const opportunityLine = z
  .object({
    id: id(),
    productId: id(),
    product: refSchema(),
    description: z.string().nullable(),
    quantity: z.string(),
    unitPrice: z.string(),
    discount: z.string(),
    net: z.string(),
  })
  .meta({ id: 'OpportunityLine' })
export const opportunityContact = z
  .object({ contactId: id(), contact: refSchema(), buyingRole: z.enum(buyingRoles), attitude: z.int() })
  .meta({ id: 'OpportunityContact' })
export const opportunityCompetitor = z
  .object({ competitorId: id(), competitor: refSchema(), note: z.string().nullable() })
  .meta({ id: 'OpportunityCompetitor' })
export const closeDateMove = z
  .object({
    at: z.string().meta({ format: 'date-time' }),
    by: refSchema().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'CloseDateChange' })
export type OpportunityLine = z.output<typeof opportunityLine>

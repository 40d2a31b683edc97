/**
 * Stage criteria: what must be true before a deal enters or leaves a stage. Each kind has its own parameters; conditions on
 * fields are the one filter language.
 */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { dateString, decimalString, idString, labelText } from '../../field/schemas.ts'
import { filterSchema } from '../../filter/schema.ts'
import { activityKinds, buyingRoles } from './criterion-choices.ts'

const sides = ['entry', 'exit'] as const
export type Side = (typeof sides)[number]

const path = () => text(100, 1)
const share = () => decimalString({ scale: 4, min: '0', max: '1' })

/** Parameters by kind. The last four speak of nouns that do not exist yet: a draft that uses them is refused. */
const params = {
  fieldFilled: z.strictObject({ field: path() }),
  fieldCompare: z.strictObject({ filter: filterSchema }),
  activityDone: z.strictObject({
    activityKind: z.enum(activityKinds).nullable().optional(),
    withinDays: z.int().min(1).max(3650).nullable().optional(),
  }),
  contactRole: z.strictObject({ role: z.enum(buyingRoles), atLeast: z.int().min(1).max(20).optional() }),
  document: z.strictObject({ kind: text(50).optional(), since: dateString().optional() }),
  quoteState: z.strictObject({ state: text(50, 1) }),
  receiptShare: z.strictObject({ share: share() }),
  approval: z.strictObject({ flowId: idString().optional() }),
}
export type CriterionKind = keyof typeof params
export const criterionKinds = Object.keys(params) as CriterionKind[]

const common = {
  id: idString().optional(),
  side: z.enum(sides),
  label: labelText(200).optional(),
  /** One that does not block is shown and counted, but refuses nothing. */
  blocking: z.boolean().optional(),
}
const of = <K extends CriterionKind>(kind: K) =>
  z.strictObject({ ...common, kind: z.literal(kind), params: params[kind] })

/** A criterion as it comes in, within a draft. */
export const criterionDraft = z.discriminatedUnion('kind', [
  of('fieldFilled'),
  of('fieldCompare'),
  of('activityDone'),
  of('contactRole'),
  of('document'),
  of('quoteState'),
  of('receiptShare'),
  of('approval'),
])
export type CriterionDraft = z.output<typeof criterionDraft>

type Named<C> = C extends unknown ? Omit<C, 'id' | 'label' | 'blocking'> & Complete : never
type Complete = { id: string; label: { zh: string; en: string }; blocking: boolean }
/** A criterion as stored: with its id, its words, and whether it blocks. */
export type Criterion = Named<CriterionDraft>

/** A criterion as it is sent. */
export const criterion = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    side: z.enum(sides),
    kind: z.enum(criterionKinds),
    params: z.record(z.string(), z.unknown()),
    label: z.object({ zh: z.string(), en: z.string() }),
    blocking: z.boolean(),
  })
  .meta({ id: 'StageCriterion' })

/** A customer as it comes in and as it is sent. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { customerFields } from './customers.fields.ts'

export const customerVerbs = ['edit', 'delete', 'transfer', 'share'] as const

/** `duplicateReason` says why it is created although it is certainly there already. */
export const customerDraft = draftSchema(customerFields, { duplicateReason: text(500, 1).optional() })
/** `reason` says why the source is corrected, once it may no longer be changed freely. */
export const customerPatch = patchSchema(customerFields, { reason: text(500, 1).optional() })
export const customer = recordSchema('Customer', customerFields, customerVerbs)

/** Who shall own the customer from now on. */
export const customerTransfer = z.strictObject({
  ownerId: z.uuid(),
  reason: text(500, 1).optional(),
  version: z.int().min(1).optional(),
})

export type CustomerDraft = z.output<typeof customerDraft>
export type CustomerPatch = z.output<typeof customerPatch>
export type Customer = z.output<typeof customer>
export type CustomerTransfer = z.output<typeof customerTransfer>

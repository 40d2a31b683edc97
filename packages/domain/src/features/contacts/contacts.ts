/** A contact as it comes in and as it is sent, with its places at customers. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { dateString, draftSchema, patchSchema, recordSchema, refSchema } from '../../field/schemas.ts'
import { contactFields } from './contacts.fields.ts'

export const contactVerbs = ['edit', 'delete'] as const

/**
 * A place at a customer as it comes in; `id` names one that exists. A place that is left out of the list is removed, one
 * that has ended is sent with `active: false`, so that the history stays.
 */
export const contactLinkIn = z.strictObject({
  id: z.uuid().optional(),
  customerId: z.uuid(),
  title: text(100).nullable().optional(),
  departmentName: text(100).nullable().optional(),
  roleId: z.uuid().nullable().optional(),
  primary: z.boolean().optional(),
  active: z.boolean().optional(),
  from: dateString().nullable().optional(),
  to: dateString().nullable().optional(),
})
export type ContactLinkIn = z.output<typeof contactLinkIn>

/** A place at a customer as it is sent; those at customers the reader may not see are left out. */
export const contactLink = z
  .object({
    id: z.string(),
    customerId: z.string(),
    customer: refSchema(),
    title: z.string().nullable(),
    departmentName: z.string().nullable(),
    roleId: z.string().nullable(),
    role: refSchema().nullable(),
    primary: z.boolean(),
    active: z.boolean(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'ContactLink' })
export type ContactLink = z.output<typeof contactLink>

/** Somebody who stands at a customer or did once; `reportsToId` is left null for who may not read it. */
export const customerPerson = contactLink
  .pick({ id: true, title: true, departmentName: true, role: true, primary: true, active: true, from: true, to: true })
  .extend({ contactId: z.string(), contact: refSchema(), reportsToId: z.string().nullable() })
  .meta({ id: 'CustomerPerson' })
export type CustomerPerson = z.output<typeof customerPerson>

const links = { customers: z.array(contactLinkIn).max(50).optional() }

/** `duplicateReason` says why it is created although it is certainly there already. */
export const contactDraft = draftSchema(contactFields, { ...links, duplicateReason: text(500, 1).optional() })
export const contactPatch = patchSchema(contactFields, links)
export const contact = recordSchema('Contact', contactFields, contactVerbs, {
  customers: z.array(contactLink).optional(),
})

export type ContactDraft = z.output<typeof contactDraft>
export type ContactPatch = z.output<typeof contactPatch>
export type Contact = z.output<typeof contact>

/** The fields of the nouns whose changes are told on timelines. */
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'

const nouns: Record<string, Fields> = {
  contacts: contactFields,
  customers: customerFields,
  opportunities: opportunityFields,
}

export const fieldsOf = (entity: string): Fields | undefined => nouns[entity]

/**
 * What may be changed in many records at once: fields that mean the same in all of them. What tells one record from the
 * next – names, numbers, phones – and what is personal is changed one by one.
 */
import type { Field, Fields } from '../../field/kinds.ts'
import { activityFields } from '../activities/activities.fields.ts'
import { contactFields } from '../contacts/contacts.fields.ts'
import { customerFields } from '../customers/customers.fields.ts'
import { opportunityFields } from '../opportunities/opportunities.fields.ts'
import { productFields } from '../products/products.fields.ts'
import type { BulkEntity } from './bulk-actions.ts'

const pick = <F extends Fields>(fields: F, ...names: (keyof F & string)[]): Record<string, Field> =>
  Object.fromEntries(names.map((name) => [name, fields[name] as Field]))

/** By noun: the fields a bulk change may set. */
export const bulkFields: Record<BulkEntity, Record<string, Field>> = {
  customers: pick(
    customerFields,
    'sourceId',
    'lifecycle',
    'industryId',
    'occupationId',
    'sizeBand',
    'country',
    'region',
    'language',
    'strategicUntil',
    'strategicReason',
    'tags',
  ),
  contacts: pick(contactFields, 'occupationId', 'language', 'tags'),
  opportunities: pick(opportunityFields, 'expectedCloseAt', 'sourceId', 'startedAt', 'tags'),
  activities: pick(activityFields, 'plannedStart'),
  products: pick(productFields, 'kind', 'series', 'unit', 'taxRate', 'active', 'tags'),
}

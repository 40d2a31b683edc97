/** Whether others have put something into the records an import made: what hangs on them then is no work of the import. */
import type { ImportEntity } from '@rapport/domain/features/imports/import-choices.ts'
import { sql, type Sql } from '../../../records/record-set.ts'

const comments = (targetType: string, ids: Sql): Sql => sql`
  union select "targetId" from comments where "targetType" = ${targetType} and "targetId" in (${ids}) and "deletedAt" is null`

// A person who came with the row of a customer was born with the customer.
const ofCustomers = (ids: Sql): Sql => sql`
  select "customerId" as id from opportunities where "customerId" in (${ids}) and "deletedAt" is null
  union select "customerId" from activities where "customerId" in (${ids}) and "deletedAt" is null
  union select "parentId" from customers where "parentId" in (${ids}) and "deletedAt" is null
  union select link."customerId" from customer_contacts link join contacts person on person.id = link."contactId"
    join customers customer on customer.id = link."customerId"
    where link."customerId" in (${ids}) and person."deletedAt" is null and person."createdAt" <> customer."createdAt"
  ${comments('customer', ids)}`

const ofContacts = (ids: Sql): Sql => sql`
  select "contactId" as id from activities where "contactId" in (${ids}) and "deletedAt" is null
  union select role."contactId" from opportunity_contacts role join opportunities deal on deal.id = role."opportunityId"
    where role."contactId" in (${ids}) and deal."deletedAt" is null
  ${comments('contact', ids)}`

const ofDeals = (ids: Sql): Sql => sql`
  select "opportunityId" as id from activities where "opportunityId" in (${ids}) and "deletedAt" is null
  ${comments('opportunity', ids)}`

const ofProducts = (ids: Sql): Sql => sql`
  select line."productId" as id from opportunity_lines line join opportunities deal on deal.id = line."opportunityId"
  where line."productId" in (${ids}) and deal."deletedAt" is null`

const used: Partial<Record<ImportEntity, (ids: Sql) => Sql>> = {
  customers: ofCustomers,
  contacts: ofContacts,
  opportunities: ofDeals,
  products: ofProducts,
}

/** A relation of `id`: those among `ids` (a list or a subquery of one column) that are in use. */
export const usedAmong = (entity: ImportEntity, ids: Sql): Sql =>
  sql`(${used[entity]?.(ids) ?? sql`select null::uuid as id where false`})`

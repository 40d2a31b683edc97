/** A contact's places at customers, as far as the reader sees those customers. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import { readsLabel } from '@rapport/domain/access/readable.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { customerReach } from '../customers/customers.records.ts'

const seen = (actor: Actor): Sql =>
  may(actor, 'customers.read') ? sql`c."deletedAt" is null and ${customerReach(actor, 'c')}` : sql`false`

/** All places as json, present ones first. */
export const contactLinks = (actor: Actor): Sql => {
  const label = readsLabel(actor, 'customers') ? sql`c.name` : sql`''::text`
  return sql`(
    select coalesce(json_agg(json_build_object('id', place.id, 'customerId', c.id, 'customer', json_build_object('id', c.id, 'label', ${label}),
      'title', place.title, 'departmentName', place."departmentName", 'roleId', place."roleId",
      'role', case when item.id is not null then json_build_object('id', item.id, 'label', item.label) end,
      'primary', place."primary", 'active', place.active, 'from', place."from", 'to', place."to")
      order by place.active desc, place."primary" desc, place."createdAt", place.id), '[]'::json)
    from customer_contacts place join customers c on c.id = place."customerId" left join dictionary_items item on item.id = place."roleId"
    where place."contactId" = contact.id and ${seen(actor)})`
}

/** Ids of the customers where the person stands now. */
export const placesOf = (actor: Actor): Sql => sql`array(
  select place."customerId" from customer_contacts place join customers c on c.id = place."customerId"
  where place."contactId" = contact.id and place.active and ${seen(actor)} order by place."createdAt", place.id)`

/** The contacts who stand now at one of these customers: found before anything else, not looked for among all contacts. */
export const linkedTo = (actor: Actor, ids: readonly string[]): Sql => sql`contact.id = any(array(
  select place."contactId" from customer_contacts place join customers c on c.id = place."customerId"
  where place."customerId" = any(${[...ids]}::uuid[]) and place.active and ${seen(actor)}))`

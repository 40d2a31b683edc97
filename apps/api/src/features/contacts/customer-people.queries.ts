/** The people of a customer, those who left among them. */
import { isClear, readsLabel } from '@rapport/domain/access/readable.ts'
import type { CustomerPerson } from '@rapport/domain/features/contacts/contacts.ts'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { visibleIds } from '../../records/find.ts'
import { raw, sql } from '../../records/record-set.ts'
import { selectRows } from '../../records/rows.ts'
import { customerRecords } from '../customers/customers.records.ts'
import { contactRecords } from './contacts.records.ts'

// More than a chart can show; the list of contacts has them all.
const MOST = 200

/**
 * Who stands there now first, the primary before the others, then who left, the latest first. None for who may not read where
 * contacts stand. Errors: 404 for a customer the caller does not see.
 */
export const listCustomerPeople = async (ctx: Ctx, id: string): Promise<{ items: CustomerPerson[]; more: boolean }> => {
  const { actor } = ctx
  if (!(await visibleIds(ctx, customerRecords, [id])).has(id)) refuse('record.notFound')
  if (!['customers', 'customerIds'].every((name) => isClear(actor, 'contacts', name))) return { items: [], more: false }
  const name = readsLabel(actor, 'contacts') ? sql`contact.name` : sql`''::text`
  const superior = isClear(actor, 'contacts', 'reportsToId') ? sql`contact."reportsToId"::text` : sql`null::text`
  const rows = await selectRows<CustomerPerson>(
    ctx,
    sql`select place.id::text, contact.id::text as "contactId", json_build_object('id', contact.id, 'label', ${name}) as contact,
      ${superior} as "reportsToId", place.title, place."departmentName", place."primary", place.active,
      case when item.id is not null then json_build_object('id', item.id, 'label', item.label) end as role,
      place."from"::text as "from", place."to"::text as "to"
    from customer_contacts place join contacts contact on contact.id = place."contactId"
      left join dictionary_items item on item.id = place."roleId"
    where place."customerId" = ${id}::uuid and ${contactRecords.visibleTo(actor, true)}
    order by place.active desc, place."primary" desc, place."to" desc nulls last, place."createdAt", place.id limit ${raw(String(MOST + 1))}`,
  )
  return { items: rows.slice(0, MOST), more: rows.length > MOST }
}

/** A customer goes into the trash with what hangs on it alone. */
import type { Customer } from '@rapport/domain/features/customers/customers.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { recordMany } from '../../events/record-many.ts'
import { demand, refuse } from '../../http/problems.ts'
import { openRecord } from '../../records/open.ts'
import { sql } from '../../records/record-set.ts'
import { moveToTrash, sameVersionIfSent, type Leaving } from '../../records/trash.ts'
import { customerRecords } from './customers.records.ts'

/** Errors: 409 `record.inUse` while it has open opportunities or subsidiaries. */
export const deleteCustomer = (ctx: Ctx | Tx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const customer = await openRecord<Customer>(tx, customerRecords, id)
    demand(customer.can.delete)
    sameVersionIfSent(tx, customer)
    const count = (await removeCustomers(tx, [customer])).get(id)
    if (count) refuse('record.inUse', { count })
  })

/**
 * Many into the trash, each with what hangs on it alone. Returns those that stay because of open opportunities or
 * subsidiaries, with how many they have; what goes by the same call counts as well.
 */
export const removeCustomers = async (tx: Tx, customers: readonly Leaving[]): Promise<Map<string, number>> => {
  const staying = await countInUse(
    tx,
    customers.map(({ id }) => id),
  )
  const going = customers.filter(({ id }) => !staying.has(id))
  if (going.length === 0) return staying
  const ids = going.map(({ id }) => id)
  const stored = await tx.db.customer.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const titles = new Map(stored.map(({ id, name }) => [id, name]))
  const wentWith = await moveAll(tx, ids)
  await recordMany(
    tx,
    going.map(({ id, version }) => {
      const about = { subject: id, customerId: id, title: titles.get(id) ?? '', version: version + 1 }
      return { type: 'customer.deleted', ...about, data: wentWith(id) }
    }),
  )
  return staying
}

const countInUse = async (tx: Tx, ids: readonly string[]): Promise<Map<string, number>> => {
  const held = await tx.db.$queryRaw<{ id: string; count: number }[]>`
    select id::text, count(*)::int as count from (
      select "customerId" as id from opportunities
      where "customerId" = any(${[...ids]}::uuid[]) and "deletedAt" is null and phase in ('open', 'commit')
      union all select "parentId" from customers where "parentId" = any(${[...ids]}::uuid[]) and "deletedAt" is null
    ) held group by id`
  return new Map(held.map(({ id, count }) => [id, count]))
}

// Contacts who also stand at another customer stay; their link to this one sleeps with it. Who stands at several of those
// that go goes with the last of them.
const moveAll = async (tx: Tx, ids: readonly string[]) => {
  const among = sql`any(${[...ids]}::uuid[])`
  const of = sql`row."customerId"`
  await moveToTrash(tx, 'customers', sql`row.id = ${among}`)
  const opportunities = await moveToTrash(tx, 'opportunities', sql`${of} = ${among}`, of)
  const activities = await moveToTrash(tx, 'activities', sql`${of} = ${among}`, of)
  const contacts = await moveToTrash(
    tx,
    'contacts',
    sql`row.id in (select "contactId" from customer_contacts where "customerId" = ${among}) and not exists (
      select 1 from customer_contacts other join customers c on c.id = other."customerId"
      where other."contactId" = row.id and c."deletedAt" is null)`,
    sql`(select place."customerId" from unnest(${[...ids]}::uuid[]) with ordinality given(id, at)
      join customer_contacts place on place."customerId" = given.id where place."contactId" = row.id order by given.at desc limit 1)`,
  )
  const countOf = (counts: ReadonlyMap<string, number>, id: string) => counts.get(id) ?? 0
  return (id: string) => ({
    opportunities: countOf(opportunities, id),
    activities: countOf(activities, id),
    contacts: countOf(contacts, id),
  })
}

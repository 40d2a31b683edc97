/** A customer goes into the trash with what hangs on it alone. */
import type { Customer } from '@rapport/domain/features/customers/customers.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { openRecord } from '../../records/open.ts'
import { sql } from '../../records/record-set.ts'
import { moveToTrash, sameVersionIfSent } from '../../records/trash.ts'
import { customerRecords } from './customers.records.ts'

/** Errors: 409 `record.inUse` while it has open opportunities or subsidiaries. */
export const deleteCustomer = (ctx: Ctx | Tx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const customer = await openRecord<Customer>(tx, customerRecords, id)
    demand(customer.can.delete)
    sameVersionIfSent(tx, customer)
    const count = await countInUse(tx, id)
    if (count > 0) refuse('record.inUse', { count })
    const { name: title } = await tx.db.customer.findUniqueOrThrow({ where: { id }, select: { name: true } })
    const data = await moveAll(tx, id)
    await record(tx, {
      type: 'customer.deleted',
      subject: id,
      customerId: id,
      title,
      version: customer.version + 1,
      data,
    })
  })

const countInUse = async (tx: Tx, id: string): Promise<number> => {
  const [open, subsidiaries] = await Promise.all([
    tx.db.opportunity.count({ where: { customerId: id, deletedAt: null, phase: { in: ['open', 'commit'] } } }),
    tx.db.customer.count({ where: { parentId: id, deletedAt: null } }),
  ])
  return open + subsidiaries
}

// Contacts who also stand at another customer stay; their link to this one sleeps with it.
const moveAll = async (tx: Tx, id: string) => {
  await moveToTrash(tx, id, 'customers', sql`row.id = ${id}::uuid`)
  const opportunities = await moveToTrash(tx, id, 'opportunities', sql`row."customerId" = ${id}::uuid`)
  const activities = await moveToTrash(tx, id, 'activities', sql`row."customerId" = ${id}::uuid`)
  const contacts = await moveToTrash(
    tx,
    id,
    'contacts',
    sql`row.id in (select "contactId" from customer_contacts where "customerId" = ${id}::uuid) and not exists (
      select 1 from customer_contacts other join customers c on c.id = other."customerId"
      where other."contactId" = row.id and c."deletedAt" is null)`,
  )
  return { opportunities, activities, contacts }
}

/** A customer gets another owner. What hangs on it keeps its own. */
import type { Customer, CustomerTransfer } from '@rapport/domain/features/customers/customers.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { openRecord } from '../../records/open.ts'
import { findOwner } from '../../records/references.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { changeOwner } from '../ownership-periods/ownership-periods.commands.ts'
import { customerRecords } from './customers.records.ts'

/**
 * The answer is the customer as the former owner still sees it, or with its id and version alone when he no longer does.
 * Errors: 403 for others than the owner and who stands above him, 422 `transfer.same_owner`, `reference.invalid`.
 */
export const transferCustomer = (ctx: Ctx | Tx, id: string, sent: CustomerTransfer): Promise<Customer> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<Customer>(tx, customerRecords, id)
    demand(before.can.transfer)
    sameVersion(tx, before, sent.version === undefined ? {} : { version: sent.version })
    const stored = await tx.db.customer.findUniqueOrThrow({
      where: { id },
      select: { ownerId: true, owner: { select: { name: true } }, name: true },
    })
    if (stored.ownerId === sent.ownerId)
      refuse('transfer.same_owner', {}, [{ path: 'ownerId', code: 'transfer.same_owner' }])
    const owner = await findOwner(tx, sent.ownerId)
    const place = { ownerId: owner.ownerId, teamId: owner.teamId, ownedSince: tx.now }
    await tx.db.customer.update({ where: { id }, data: { ...place, ...stamp(tx) }, select: { id: true } })
    await changeOwner(tx, { recordId: id, ownerId: owner.ownerId, reason: 'transferred' })
    const after = await readAfter(tx, id, before)
    await record(tx, {
      type: 'customer.transferred',
      subject: id,
      customerId: id,
      title: stored.name,
      version: after.version,
      changes: [
        {
          field: 'ownerId',
          old: stored.ownerId,
          new: owner.ownerId,
          labels: { old: stored.owner?.name ?? null, new: owner.name },
        },
      ],
      data: { to: owner.name },
      reason: sent.reason ?? null,
    })
    return after
  })

// Who hands a customer over may lose sight of it by that.
const readAfter = async (tx: Tx, id: string, before: Customer): Promise<Customer> => {
  const visible = await tx.db.$queryRaw<unknown[]>`
    select 1 from ${customerRecords.from} where customer.id = ${id}::uuid and ${customerRecords.visibleTo(tx.actor)}`
  if (visible.length > 0) return readRecord<Customer>(tx, customerRecords, id)
  const nothing = { edit: false, delete: false, transfer: false, share: false }
  return { id, version: before.version + 1, can: nothing } as Customer
}

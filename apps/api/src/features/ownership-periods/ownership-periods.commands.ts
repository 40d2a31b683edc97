/** The periods of ownership, written with the change of owner they tell of. */
import type { OwnershipReason } from '@rapport/domain/features/ownership-periods/ownership-periods.fields.ts'
import type { Tx } from '../../ctx.ts'
import { insertRows } from '../../records/insert-rows.ts'

export type Beginning = { recordId: string; ownerId: string | null; from: Date; reason: OwnershipReason }

/** The first period of each new customer. */
export const beginOwnership = (tx: Tx, beginnings: readonly Beginning[]): Promise<void> =>
  insertRows(
    tx,
    'ownership_periods',
    beginnings.map((one) => ({ ...one, recordType: 'customer', byId: tx.actor.userId })),
  )

/** Ends the period that lasts and begins the next at the same instant. The customer's row is locked by the caller. */
export const changeOwner = async (tx: Tx, next: Omit<Beginning, 'from'>): Promise<void> => {
  const [ended] = await tx.db.$queryRaw<{ to: Date }[]>`
    update ownership_periods set "to" = greatest("from", ${tx.now}::timestamptz)
    where "recordType" = 'customer' and "recordId" = ${next.recordId}::uuid and "to" is null returning "to"`
  await beginOwnership(tx, [{ ...next, from: ended?.to ?? tx.now }])
}

/** The same for many at once, who are locked by the caller as well. */
export const changeOwners = async (tx: Tx, next: readonly Pick<Beginning, 'recordId' | 'ownerId'>[]): Promise<void> => {
  if (next.length === 0) return
  const ids = next.map(({ recordId }) => recordId)
  const ended = await tx.db.$queryRaw<{ recordId: string; to: Date }[]>`
    update ownership_periods set "to" = greatest("from", ${tx.now}::timestamptz)
    where "recordType" = 'customer' and "recordId" = any(${ids}::uuid[]) and "to" is null returning "recordId", "to"`
  const ends = new Map(ended.map(({ recordId, to }) => [recordId, to]))
  const reason = 'transferred'
  await beginOwnership(
    tx,
    next.map((one) => ({ ...one, from: ends.get(one.recordId) ?? tx.now, reason })),
  )
}

/** Of customers that are gone for good. */
export const forgetOwnership = async (tx: Tx): Promise<void> => {
  await tx.db.$executeRaw`
    delete from ownership_periods period where period."recordType" = 'customer'
      and not exists (select 1 from customers c where c.id = period."recordId")`
}

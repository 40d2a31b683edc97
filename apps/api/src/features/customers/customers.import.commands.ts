/** Customers in batches: rows, contacts and events in one statement each. */
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import type { CustomerDraft } from '@rapport/domain/features/customers/customers.ts'
import type { Tx } from '../../ctx.ts'
import { recordMany } from '../../events/record-many.ts'
import { defaultedIn, insertRows, newIds } from '../../records/insert-rows.ts'
import type { Past } from '../../records/past.ts'
import { describedBy } from '../duplicates/described.ts'
import { addIdentityKeys } from '../duplicates/identity-keys.commands.ts'
import { nextNumbers } from '../number-sequences/number-sequences.queries.ts'
import { beginOwnership } from '../ownership-periods/ownership-periods.commands.ts'
import { customerRow } from './customers.commands.ts'

export type NewCustomer = {
  draft: CustomerDraft
  place: { ownerId: string | null; teamId: string | null }
  past: Past
  /** Why it is created although it is there already. */
  reason?: string | null
}

/** Drafts that were checked before. Returns the ids in their order. */
export const importCustomers = async (tx: Tx, customers: readonly NewCustomer[]): Promise<string[]> => {
  const ids = newIds(customers.length)
  const numbers = await nextNumbers(tx, 'customers', customers.length)
  const rows = customers.map(({ draft, place, past }, at) => {
    const row = customerRow(tx, draft, { ...place, number: numbers[at] ?? '' })
    return { id: ids[at], ...row, ...past, ...(past.createdAt && place.ownerId && { ownedSince: past.createdAt }) }
  })
  await insertRows(tx, 'customers', rows, defaultedIn(customerFields))
  const recognised = rows.map((row, at) => ({ id: ids[at] ?? '', described: describedBy('customer', row) }))
  await addIdentityKeys(tx, 'customer', recognised)
  await beginOwnership(
    tx,
    customers.map(({ place, past }, at) => ({
      recordId: ids[at] ?? '',
      ownerId: place.ownerId,
      from: past.createdAt ? new Date(past.createdAt) : tx.now,
      reason: 'imported',
    })),
  )
  await recordMany(
    tx,
    customers.map(({ draft, reason = null }, at) => {
      const id = ids[at] ?? ''
      return { type: 'customer.imported', subject: id, customerId: id, title: draft.name, version: 1, reason }
    }),
  )
  return ids
}

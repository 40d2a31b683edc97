/**
 * What was deleted and not brought back in time leaves for good, each entry with all that went along, in a transaction of its
 * own: whoever goes on after a crash finds the rest. What stays and referred to it forgets it. Where that would falsify what
 * stays – a product on the lines of a deal – the entry remains in the trash.
 */
import type { EventType } from '@rapport/domain/events.ts'
import { TRASH_DAYS } from '@rapport/domain/features/trash/trash.fields.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { sqlStateOf } from '../../db/sql-state.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { raw } from '../../records/record-set.ts'
import { trashTables, type TrashTable } from '../../records/trash.ts'
import { dueEntries, idsInBatch, isStillDue, type Due } from './purge.queries.ts'
import { lockEntry } from './trash.queries.ts'

const PAGE = 200
const DAY = 86_400_000
const STILL_REFERRED_TO = '23503'

const types: Record<TrashTable, EventType> = {
  customers: 'customer.purged',
  contacts: 'contact.purged',
  products: 'product.purged',
  opportunities: 'opportunity.purged',
  activities: 'activity.purged',
}

/** Returns how many entries went. Runs again safely. */
export const purgeTrash = async (ctx: Ctx): Promise<number> => {
  const before = new Date(ctx.now.getTime() - TRASH_DAYS * DAY)
  let gone = 0
  let last: Due | null = null
  for (;;) {
    const due: Due[] = await dueEntries(ctx, before, last, PAGE)
    for (const entry of due) if (await purge(ctx, entry)) gone += 1
    last = due.at(-1) ?? null
    if (due.length < PAGE) return gone
  }
}

const purge = async (ctx: Ctx, entry: Due): Promise<boolean> => {
  try {
    return await transact(ctx, (tx) => purgeEntry(tx, entry))
  } catch (error) {
    if (sqlStateOf(error) !== STILL_REFERRED_TO) throw error
    ctx.log.info({ entity: entry.entity, id: entry.id }, 'stays in the trash: something alive refers to it')
    return false
  }
}

const purgeEntry = async (tx: Tx, entry: Due): Promise<boolean> => {
  if (!(await isStillDue(tx, entry))) return false
  const { title, version, customerId } = await lockEntry(tx, entry.entity, entry.id)
  const ids = await idsInBatch(tx, entry.id)
  await forget(tx, ids)
  // Children first.
  for (const table of trashTables.toReversed())
    await tx.db.$executeRaw`delete from ${raw(table)} where "deleteBatchId" = ${entry.id}::uuid`
  await record(tx, {
    type: types[entry.entity],
    subject: entry.id,
    title,
    version: version + 1,
    customerId,
    data: { records: ids.length },
  })
  return true
}

// What is said of records by their kind and id, and what stays and names one of them.
const forget = async ({ db, now }: Tx, ids: string[]): Promise<void> => {
  await db.$executeRaw`delete from comments where "targetType" in ('customer', 'contact', 'opportunity') and "targetId" = any(${ids}::uuid[])`
  // Their files go an hour after: a file that is gone does not come back with a transaction that ends in nothing.
  await db.$executeRaw`update attachments set "deletedAt" = ${now} where "targetId" = any(${ids}::uuid[]) and "deletedAt" is null`
  await db.$executeRaw`delete from identity_keys where "recordId" = any(${ids}::uuid[])`
  await db.$executeRaw`delete from duplicate_candidates where "aId" = any(${ids}::uuid[]) or "bId" = any(${ids}::uuid[])`
  await db.$executeRaw`delete from ownership_periods where "recordType" = 'customer' and "recordId" = any(${ids}::uuid[])`
  await db.$executeRaw`delete from collaborators where "recordType" in ('customer', 'opportunity') and "recordId" = any(${ids}::uuid[])`
  await db.$executeRaw`delete from opportunity_contacts where "contactId" = any(${ids}::uuid[])`
  await db.$executeRaw`update activities set "contactId" = null, version = version + 1 where "contactId" = any(${ids}::uuid[])`
  await db.$executeRaw`update contacts set "reportsToId" = null, version = version + 1 where "reportsToId" = any(${ids}::uuid[])`
  await db.$executeRaw`update customers set "parentId" = null, version = version + 1 where "parentId" = any(${ids}::uuid[])`
  await db.$executeRaw`update customers set "referrerId" = null, version = version + 1 where "referrerId" = any(${ids}::uuid[])`
}

/** Bringing records back from the trash. */
import type { EventType } from '@rapport/domain/events.ts'
import type { Restoration, TrashEntry } from '@rapport/domain/features/trash/trash.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { deriveTimes } from '../../records/next-actions.ts'
import { takeFromTrash, type TrashTable } from '../../records/trash.ts'
import { lockCustomers, settlePrimaries } from '../contacts/contact-primaries.commands.ts'
import { affectedBy, lockEntry } from './trash.queries.ts'
import { trashRecords } from './trash.records.ts'

const types: Record<TrashTable, EventType> = {
  customers: 'customer.restored',
  contacts: 'contact.restored',
  products: 'product.restored',
  opportunities: 'opportunity.restored',
  activities: 'activity.restored',
}

/**
 * The record and everything of its batch. Errors: 404 for what one could not have deleted, 409 `trash.parentDeleted` while
 * what it hangs on lies in the trash itself, 409 `record.duplicate` when a unique value was taken meanwhile.
 */
export const restoreFromTrash = (ctx: Ctx | Tx, id: string): Promise<Restoration> =>
  transact(ctx, async (tx) => {
    const entry = await readRecord<TrashEntry>(tx, trashRecords, id)
    const entity = entry.entity as TrashTable
    const { title, version, customerId, isOrphan } = await lockEntry(tx, entity, id)
    if (isOrphan) refuse('trash.parentDeleted')
    const { places, subjects } = await affectedBy(tx, id)
    await lockCustomers(tx, places)
    const restored = await takeFromTrash(tx, id)
    await settlePrimaries(tx, places)
    await deriveTimes(tx, subjects)
    await record(tx, { type: types[entity], subject: id, title, version: version + 1, customerId, data: restored })
    return { id, entity, restored }
  })

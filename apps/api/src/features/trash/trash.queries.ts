/** What a restore must know of the rows it brings back. */
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import type { Subjects } from '../../records/next-actions.ts'
import { column, sql, table, type Sql } from '../../records/record-set.ts'
import type { TrashTable } from '../../records/trash.ts'
import { setOf } from './trash.records.ts'

type Entry = { title: string; version: number; customerId: string | null; isOrphan: boolean }

const isGone = (table: Sql, id: Sql): Sql =>
  sql`exists (select 1 from ${table} up where up.id = ${id} and up."deletedAt" is not null)`

/** The customer whose timeline tells of the record, and whether what the record hangs on is gone. */
const ties = (entity: TrashTable, alias: string): { customerId: Sql; isOrphan: Sql } => {
  const customerId = column(alias, 'customerId')
  const noCustomer = isGone(sql`customers`, customerId)
  switch (entity) {
    case 'opportunities':
      return { customerId, isOrphan: noCustomer }
    case 'activities':
      return {
        customerId,
        isOrphan: sql`(${noCustomer} or ${isGone(sql`opportunities`, column(alias, 'opportunityId'))})`,
      }
    case 'customers':
      return { customerId: column(alias, 'id'), isOrphan: sql`false` }
    case 'contacts':
    case 'products':
      return { customerId: sql`null::uuid`, isOrphan: sql`false` }
  }
}

/** The row of the trash, locked. Errors: 404 when somebody else brought it back just now. */
export const lockEntry = async (tx: Tx, entity: TrashTable, id: string): Promise<Entry> => {
  const { alias, from, title } = setOf(entity)
  const { customerId, isOrphan } = ties(entity, alias)
  const [row] = await tx.db.$queryRaw<Entry[]>`
    select ${title} as title, ${column(alias, 'version')} as version, ${customerId} as "customerId", ${isOrphan} as "isOrphan"
    from ${from} where ${column(alias, 'id')} = ${id}::uuid and ${column(alias, 'deletedAt')} is not null
    for update of ${table(alias)}`
  return row ?? refuse('record.notFound')
}

/** Customers whose first person may change, and records whose times follow from the activities of the batch. */
export const affectedBy = async (tx: Tx, batch: string): Promise<{ places: string[]; subjects: Subjects[] }> => {
  const places = await tx.db.customerContact.findMany({
    where: { contact: { deleteBatchId: batch } },
    select: { customerId: true },
    distinct: ['customerId'],
  })
  const subjects = await tx.db.activity.findMany({
    where: { deleteBatchId: batch },
    select: { customerId: true, opportunityId: true, contactId: true },
  })
  return { places: places.map(({ customerId }) => customerId), subjects }
}

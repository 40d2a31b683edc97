/** Who owned a customer, page by page. */
import { isClear } from '@rapport/domain/access/readable.ts'
import type { PeriodsQuery } from '@rapport/domain/features/ownership-periods/ownership-periods.contract.ts'
import type { OwnershipPeriod } from '@rapport/domain/features/ownership-periods/ownership-periods.ts'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { recordSets } from '../../records/all.ts'
import { visibleIds } from '../../records/find.ts'
import { listRecords, type Page } from '../../records/list.ts'
import { sql } from '../../records/record-set.ts'
import { ownershipPeriodRecords } from './ownership-periods.records.ts'

/**
 * Newest first; none for who may not read the owner of a customer or since when he has it, because every row would tell.
 * Errors: 404 for a customer the caller does not see.
 */
export const listCustomerPeriods = async (
  ctx: Ctx,
  id: string,
  query: PeriodsQuery,
): Promise<Page<OwnershipPeriod>> => {
  const customers = recordSets().customers ?? refuse('record.notFound')
  if (!(await visibleIds(ctx, customers, [id])).has(id)) refuse('record.notFound')
  const isOpen = ['ownerId', 'ownedSince'].every((name) => isClear(ctx.actor, 'customers', name))
  const own = isOpen ? sql`period."recordType" = 'customer' and period."recordId" = ${id}::uuid` : sql`false`
  return listRecords<OwnershipPeriod>(ctx, ownershipPeriodRecords, query, own)
}

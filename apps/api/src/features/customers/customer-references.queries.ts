/** What a customer may refer to. */
import type { CustomerDraft } from '@rapport/domain/features/customers/customers.ts'
import { makesCycle } from '@rapport/domain/features/customers/customers.rules.ts'
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { demandVisible } from '../../records/find.ts'
import { demandItems, demandSource } from '../../records/references.ts'
import { customerRecords } from './customers.records.ts'

const TREE_LOCK = 4_712

/** Errors: 422 `reference.invalid` naming the field, 422 `customer.cycle` when the customer `id` would stand above itself. */
export const demandReferences = async (tx: Tx, given: Partial<CustomerDraft>, id?: string): Promise<void> => {
  const { sourceId, industryId, occupationId, parentId, referrerId } = given
  await demandSource(tx, sourceId)
  await demandItems(tx, 'industry', { industryId })
  await demandItems(tx, 'occupation', { occupationId })
  if (!parentId && !referrerId) return
  await demandVisible(tx, customerRecords, { parentId, referrerId })
  if (id === undefined) return
  // Two changes at once could each be harmless and make a circle together.
  await tx.db.$executeRaw`select pg_advisory_xact_lock(${TREE_LOCK})`
  if (parentId && makesCycle(id, await ancestorsOf(tx, parentId, 'parent'))) refuseCycle('parentId')
  if (referrerId && makesCycle(id, await ancestorsOf(tx, referrerId, 'referrer'))) refuseCycle('referrerId')
}

const refuseCycle = (path: string) => refuse('customer.cycle', { field: path }, [{ path, code: 'customer.cycle' }])

/** The customer and all above it, along parents or referrers. */
const ancestorsOf = async (tx: Tx, from: string, along: 'parent' | 'referrer'): Promise<string[]> => {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    with recursive above as (
      select id, "parentId", "referrerId" from customers where id = ${from}::uuid
      union select c.id, c."parentId", c."referrerId" from customers c
        join above a on c.id = (case ${along}::text when 'parent' then a."parentId" else a."referrerId" end)
    ) select id from above`
  return rows.map(({ id }) => id)
}

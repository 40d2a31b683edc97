/** What a contact may refer to. */
import { reportsInCircle } from '@rapport/domain/features/contacts/contacts.rules.ts'
import type { ContactDraft } from '@rapport/domain/features/contacts/contacts.ts'
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { demandVisible } from '../../records/find.ts'
import { demandItems } from '../../records/references.ts'
import { contactRecords } from './contacts.records.ts'

const TREE_LOCK = 4_713

/** Errors: 422 `reference.invalid` naming the field, 422 `contact.cycle` when the contact `id` would report to himself. */
export const demandReferences = async (
  tx: Tx,
  { occupationId, reportsToId }: Pick<ContactDraft, 'occupationId' | 'reportsToId'>,
  id?: string,
): Promise<void> => {
  await demandItems(tx, 'occupation', { occupationId })
  if (!reportsToId) return
  await demandVisible(tx, contactRecords, { reportsToId })
  if (id === undefined) return
  // Two changes at once could each be harmless and make a circle together.
  await tx.db.$executeRaw`select pg_advisory_xact_lock(${TREE_LOCK})`
  const chain = await tx.db.$queryRaw<{ id: string }[]>`
    with recursive above as (
      select id, "reportsToId" from contacts where id = ${reportsToId}::uuid
      union select c.id, c."reportsToId" from contacts c join above a on c.id = a."reportsToId"
    ) select id from above`
  const isCircle = reportsInCircle(
    id,
    chain.map((one) => one.id),
  )
  if (isCircle) refuse('contact.cycle', { field: 'reportsToId' }, [{ path: 'reportsToId', code: 'contact.cycle' }])
}

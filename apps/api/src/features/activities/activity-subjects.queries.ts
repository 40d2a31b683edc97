/** What an activity is about: records the caller sees, of which a deal brings its customer along. */
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { demandVisible } from '../../records/find.ts'
import { contactRecords } from '../contacts/contacts.records.ts'
import { customerRecords } from '../customers/customers.records.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'
import type { Subjects } from '../../records/next-actions.ts'

type Given = { [K in keyof Subjects]?: string | null | undefined }

/** Errors: 422 `reference.invalid` for a record one does not see, or a deal of another customer than the one given. */
export const findSubjects = async (tx: Tx, given: Given): Promise<Subjects> => {
  const { customerId = null, opportunityId = null, contactId = null } = given
  await demandVisible(tx, customerRecords, { customerId })
  await demandVisible(tx, opportunityRecords, { opportunityId })
  await demandVisible(tx, contactRecords, { contactId })
  if (opportunityId === null) return { customerId, opportunityId, contactId }
  const deal = await tx.db.opportunity.findUniqueOrThrow({ where: { id: opportunityId }, select: { customerId: true } })
  if (customerId !== null && deal.customerId !== null && customerId !== deal.customerId)
    refuse('reference.invalid', { field: 'opportunityId' }, [{ path: 'opportunityId', code: 'reference.invalid' }])
  return { customerId: deal.customerId ?? customerId, opportunityId, contactId }
}

/** Instants of customers, deals and people that follow from their activities, written in the transaction that changes one. */
import { contactKinds, openStatuses } from '@rapport/domain/next-action.ts'
import type { Tx } from '../ctx.ts'
import { sql } from './record-set.ts'

export type Subjects = { customerId: string | null; opportunityId: string | null; contactId: string | null }

// Private activities count for nobody, because everybody who sees the customer would feel them.
const shared = sql`a."deletedAt" is null and not a.private`
const next = sql`min(a."plannedStart") filter (where a.status = any(${[...openStatuses]}::text[]))`
const doneAt = sql`coalesce(a."actualEnd", a."actualStart", a."updatedAt")`
const last = sql`max(${doneAt}) filter (where a.status = 'done')`
const contact = sql`max(${doneAt}) filter (where a.status = 'done' and a.answered and a.kind = any(${[...contactKinds]}::text[]))`

/** Derives them anew for whatever these activities are or were about; customers first, so that two never wait crosswise. */
export const deriveTimes = async (tx: Tx, subjects: readonly Subjects[]): Promise<void> => {
  const ids = (name: keyof Subjects) =>
    [...new Set(subjects.map((one) => one[name]).filter((id): id is string => id !== null))].toSorted()
  await deriveCustomers(tx, ids('customerId'))
  await deriveOpportunities(tx, ids('opportunityId'))
  await deriveContacts(tx, ids('contactId'))
}

/** Same, for customers by id. */
export const deriveCustomers = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await tx.db.$executeRaw`
    update customers c set "nextActionAt" = d.next, "lastActivityAt" = d.last, "lastRealContactAt" = d.contact
    from (select given.id, ${next} as next, ${last} as last, ${contact} as contact
      from unnest(${[...ids]}::uuid[]) given(id) left join activities a on a."customerId" = given.id and ${shared} group by given.id) d
    where c.id = d.id and (c."nextActionAt", c."lastActivityAt", c."lastRealContactAt") is distinct from (d.next, d.last, d.contact)`
}

const deriveOpportunities = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await tx.db.$executeRaw`
    update opportunities o set "nextActionAt" = d.next, "lastActivityAt" = d.last
    from (select given.id, ${next} as next, ${last} as last
      from unnest(${[...ids]}::uuid[]) given(id) left join activities a on a."opportunityId" = given.id and ${shared} group by given.id) d
    where o.id = d.id and (o."nextActionAt", o."lastActivityAt") is distinct from (d.next, d.last)`
}

const deriveContacts = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await tx.db.$executeRaw`
    update contacts p set "lastActivityAt" = d.last
    from (select given.id, ${last} as last
      from unnest(${[...ids]}::uuid[]) given(id) left join activities a on a."contactId" = given.id and ${shared} group by given.id) d
    where p.id = d.id and p."lastActivityAt" is distinct from d.last`
}

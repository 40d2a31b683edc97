/** What hangs on a person: the open work that has to be handed over before he leaves. */
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { empty, raw, sql } from '../../records/record-set.ts'

type Counts = Record<
  'customers' | 'contacts' | 'opportunities' | 'activities' | 'imports' | 'reports' | 'teams',
  number
>

/** Errors: 409 `user.owns_records` with the counts by noun. `open` leaves out what is closed or done. */
export const demandOwnsNothing = async (tx: Tx, userId: string, open: boolean): Promise<void> => {
  const deal = open ? sql`and phase in ('open', 'commit')` : empty
  const activity = open ? sql`and status in ('planned', 'inProgress', 'deferred')` : empty
  const run = open ? sql`and status = 'running'` : empty
  const kept = open ? sql`and "deletedAt" is null` : empty
  const owned = (table: string) => sql`select count(*)::int from ${raw(table)} where "ownerId" = ${userId}::uuid`
  const [row] = await tx.db.$queryRaw<Counts[]>`select
    (${owned('customers')} ${kept}) as customers, (${owned('contacts')} ${kept}) as contacts,
    (${owned('opportunities')} ${kept} ${deal}) as opportunities, (${owned('activities')} ${kept} ${activity}) as activities,
    (${owned('imports')} ${run}) as imports,
    (select count(*)::int from users where "managerId" = ${userId}::uuid and status <> 'left') as reports,
    (select count(*)::int from teams where "managerId" = ${userId}::uuid and "archivedAt" is null) as teams`
  const counts = Object.fromEntries(Object.entries(row ?? {}).filter(([, count]) => count > 0))
  const count = Object.values(counts).reduce((all, one) => all + one, 0)
  if (count > 0) refuse('user.owns_records', { count, counts })
}

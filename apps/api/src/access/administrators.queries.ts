/** There is always somebody who can administer people: an active user with the right to. */
import type { Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'

const LOCK = 4_721

/** Before a change that may take an administrator away: two such changes queue, so that not both see the other's. */
export const lockAdministrators = async (tx: Tx): Promise<void> => {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(${LOCK})`
}

/** After the change. Errors: 409 `user.last_admin` when nobody is left; the change rolls back. */
export const demandAdministrator = async (tx: Tx): Promise<void> => {
  const rows = await tx.db.$queryRaw<unknown[]>`
    select 1 from users u join user_roles ur on ur."userId" = u.id join roles r on r.id = ur."roleId"
    where u.status = 'active' and 'people.administer' = any(r.special) limit 1`
  if (rows.length === 0) refuse('user.last_admin')
}

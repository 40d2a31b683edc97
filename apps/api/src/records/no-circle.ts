/** Trees without circles: teams below teams, people below managers. The database has a trigger as well (refuse_circle). */
import type { ErrorCode } from '@rapport/domain/errors.ts'
import type { Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'
import { raw } from './record-set.ts'

/** A tree as its table stores it; the names are ours, never the caller's. */
export type Tree = { table: 'users' | 'teams'; column: string; refusal: ErrorCode }

/**
 * Refuses `superior` above the record when it stands below it. Takes the tree's lock, the same as the trigger's, so that
 * two moves at once queue. Errors: the tree's refusal, naming the column.
 */
export const demandNoCircle = async (tx: Tx, tree: Tree, id: string, superior: string | null): Promise<void> => {
  if (superior === null) return
  const { table, column, refusal } = tree
  const [name, field] = [raw(table), raw(`"${column}"`)]
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${table}.${column}`}, 11))`
  const [row] = await tx.db.$queryRaw<{ circular: boolean }[]>`
    with recursive up as (
      select ${superior}::uuid as id
      union select step.${field} from ${name} step join up on step.id = up.id where step.${field} is not null
    )
    select exists (select 1 from up where id = ${id}::uuid) as circular`
  if (row?.circular) refuse(refusal, {}, [{ path: column, code: refusal }])
}

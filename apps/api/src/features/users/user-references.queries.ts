/** What a user may refer to: teams and roles still offered, a manager who works here. */
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'

type Given = { teamIds?: readonly string[]; roleIds?: readonly string[]; managerId?: string | null }

/** Errors: 422 `reference.invalid` naming the fields. */
export const demandUserReferences = async (tx: Tx, given: Given): Promise<void> => {
  const { teamIds = [], roleIds = [], managerId } = given
  const faults = [
    ...(await missing('teamIds', teamIds, (id) => tx.db.team.findMany({ where: { id, archivedAt: null }, select }))),
    ...(await missing('roleIds', roleIds, (id) => tx.db.role.findMany({ where: { id, archivedAt: null }, select }))),
    ...(await missing('managerId', managerId ? [managerId] : [], (id) =>
      tx.db.user.findMany({ where: { id, status: { not: 'left' } }, select }),
    )),
  ]
  if (faults.length > 0) refuse('reference.invalid', { field: faults[0]?.path }, faults)
}

const select = { id: true } as const
type Find = (id: { in: string[] }) => Promise<{ id: string }[]>

const missing = async (path: string, ids: readonly string[], find: Find) => {
  if (ids.length === 0) return []
  const found = await find({ in: [...ids] })
  return found.length === new Set(ids).size ? [] : [{ path, code: 'reference.invalid' }]
}

/** Who has access to a record because it was lent. */
import { isClear } from '@rapport/domain/access/readable.ts'
import type { CollaboratorsQuery } from '@rapport/domain/features/collaborators/collaborators.contract.ts'
import type { Collaborator } from '@rapport/domain/features/collaborators/collaborators.ts'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { visibleIds } from '../../records/find.ts'
import { listRecords, type Page } from '../../records/list.ts'
import { sql } from '../../records/record-set.ts'
import { collaboratorRecords, sharedSets, type SharedType } from './collaborators.records.ts'

/** In the order they came; none for who may not read whose the record is. Errors: 404 for a record the caller does not see. */
export const listCollaborators = async (
  ctx: Ctx,
  type: SharedType,
  id: string,
  query: CollaboratorsQuery,
): Promise<Page<Collaborator>> => {
  const set = sharedSets[type]
  if (!(await visibleIds(ctx, set, [id])).has(id)) refuse('record.notFound')
  const own = isClear(ctx.actor, set.noun, 'ownerId')
    ? sql`lent."recordType" = ${type} and lent."recordId" = ${id}::uuid`
    : sql`false`
  return listRecords<Collaborator>(ctx, collaboratorRecords, { ...query, total: 'none' }, own)
}

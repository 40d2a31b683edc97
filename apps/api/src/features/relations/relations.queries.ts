/** How a record is related to others. */
import type { RelatedType } from '@rapport/domain/features/relations/relations.fields.ts'
import type { RelationsQuery } from '@rapport/domain/features/relations/relations.contract.ts'
import type { KnownArrow } from '@rapport/domain/features/relations/relations.rules.ts'
import type { Relation } from '@rapport/domain/features/relations/relations.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { visibleIds } from '../../records/find.ts'
import { listRecords, type Page } from '../../records/list.ts'
import { sql } from '../../records/record-set.ts'
import { relatedKinds } from './relations.records.ts'

/** In the order they came, without those whose other end the caller does not see. Errors: 404 for a record he does not see. */
export const listRelations = async (
  ctx: Ctx,
  of: RelatedType,
  id: string,
  query: RelationsQuery,
): Promise<Page<Relation>> => {
  const { set, relations } = relatedKinds[of]
  if (!(await visibleIds(ctx, set, [id])).has(id)) refuse('record.notFound')
  return listRecords<Relation>(ctx, relations, { ...query, total: 'none' }, sql`relation."nearId" = ${id}::uuid`)
}

export type StoredRelation = KnownArrow & { note: string | null }

/** All relations of these records, seen or not. */
export const relationsOf = (tx: Tx, of: RelatedType, ids: readonly string[]): Promise<StoredRelation[]> =>
  tx.db.$queryRaw<StoredRelation[]>`
    select id::text, "fromId"::text, "toId"::text, "typeId"::text, note from ${relatedKinds[of].table}
    where "fromId" = any(${[...ids]}::uuid[]) or "toId" = any(${[...ids]}::uuid[])`

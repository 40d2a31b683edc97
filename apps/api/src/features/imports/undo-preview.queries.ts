/** What an undo would do now: the same questions as the undo asks, put to all rows at once. */
import { wordsOf } from '@rapport/domain/code-text.ts'
import { may } from '@rapport/domain/access/actor.ts'
import { importPolicy } from '@rapport/domain/features/imports/imports.policy.ts'
import type { UndoPreview } from '@rapport/domain/features/imports/imports.ts'
import type { Ctx } from '../../ctx.ts'
import { fromFor } from '../../records/from.ts'
import { expressionsOf, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { usedAmong } from './batch/used-since.queries.ts'
import { importerOf } from './importers/importers.ts'
import { writtenBy } from './import-steps.commands.ts'
import { loadOwn, type StoredImport } from './imports.queries.ts'

type Group = { outcome: 'created' | 'updated'; code: string | null; rows: number }

/** Nothing where there is nothing to undo, or no way back. Errors: 404, 403 for somebody else's. */
export const previewUndo = async (ctx: Ctx, id: string): Promise<UndoPreview> => {
  const stored = await loadOwn(ctx, id)
  const { remove, records } = importerOf(stored.entity)
  if (!remove || !importPolicy.undo(ctx.actor, { ...stored, written: writtenBy(stored) }))
    return { removed: 0, restored: 0, kept: [] }
  const groups = await ctx.db.$queryRaw<Group[]>(grouped(ctx, stored, records))
  const kept = new Map<string, number>()
  const going = { created: 0, updated: 0 }
  for (const { outcome, code, rows } of groups) {
    const why = code ?? missingRight(ctx, stored, outcome)
    if (why === null) going[outcome] += rows
    else kept.set(why, (kept.get(why) ?? 0) + rows)
  }
  return {
    removed: going.created,
    restored: going.updated,
    kept: [...kept].map(([code, rows]) => ({ code, message: wordsOf(code, {}, ctx.actor.locale), rows })),
  }
}

const missingRight = ({ actor }: Ctx, { entity }: StoredImport, outcome: Group['outcome']): string | null => {
  if (outcome === 'created') return may(actor, `${entity}.delete`) ? null : 'import.notDeletable'
  return may(actor, `${entity}.update`) ? null : 'import.notEditable'
}

const grouped = (ctx: Ctx, { id, entity }: StoredImport, set: RecordSet): Sql => {
  const express = expressionsOf(set, ctx)
  const [own, version] = [express('id'), express('version')]
  const visible = set.visibleTo(ctx.actor)
  return sql`
    with written as materialized (select "recordId", outcome, coalesce((before->>'version')::int, 1)
        + count(*) filter (where outcome = 'updated') over (partition by "recordId" order by "rowNo" desc rows unbounded preceding)
        - (outcome = 'updated')::int as version
      from import_rows where "importId" = ${id}::uuid and outcome in ('created', 'updated')
        and undo is distinct from 'undone'),
    present as materialized (select ${own} as id, ${version} as version from ${fromFor(set, own, version, visible)}
      where ${own} in (select "recordId" from written) and ${visible}),
    used as materialized (select id from ${usedAmong(entity, sql`select "recordId" from written where outcome = 'created'`)} hanging)
    select written.outcome, case when present.id is null then 'import.gone' when present.version <> written.version then 'import.changedSince'
        when written.outcome = 'created' and written."recordId" in (select id from used) then 'import.usedSince' end as code,
      count(*)::int as rows
    from written left join present on present.id = written."recordId" group by 1, 2 order by 1, 2`
}

/** Imports in SQL. A file and its rows are their uploader's; who sees all imports sees what became of them. */
import { scopeOf } from '@rapport/domain/access/actor.ts'
import { importPolicy } from '@rapport/domain/features/imports/imports.policy.ts'
import { importFields } from '@rapport/domain/features/imports/imports.fields.ts'
import type { ImportState } from '@rapport/domain/features/imports/import-choices.ts'
import { column, recordSet, sql, type Sql } from '../../records/record-set.ts'

const count = (name: string): Sql => sql`coalesce((import.counts->>${name})::int, 0)`
const option = (name: string): Sql => sql`import.options->${name}`
const text = (name: string): Sql => sql`(import.options->>${name})`
const heavy = (value: Sql) => ({ value, heavy: true as const })

export const importRecords = recordSet({
  noun: 'imports',
  alias: 'import',
  fields: importFields,
  from: sql`imports import join users owner on owner.id = import."ownerId" left join sources source on source.id = import."sourceId"`,
  visibleTo: (actor) =>
    scopeOf(actor, 'imports') === 'all' ? sql`true` : sql`import."ownerId" = ${actor.userId}::uuid`,
  computed: () => ({
    progress: sql`import.cursor`,
    fill: text('fill'),
    created: count('created'),
    updated: count('updated'),
    skipped: count('skipped'),
    failed: count('failed'),
    duplicates: sql`coalesce((import.checked->>'duplicate')::int, 0)`,
  }),
  labels: { owner: sql`owner.name`, source: sql`source.label` },
  parts: () => ({
    columns: heavy(sql`import.columns`),
    sample: heavy(sql`import.sample`),
    mapping: heavy(sql`import.mapping`),
    proposal: heavy(sql`import.proposal`),
    matchKeys: heavy(sql`to_jsonb(import."matchKeys")`),
    valueMaps: heavy(option('valueMaps')),
    defaults: heavy(option('defaults')),
    externalSource: heavy(text('externalSource')),
    dateOrder: heavy(text('dateOrder')),
    numberFormat: heavy(text('numberFormat')),
    timeZone: heavy(text('timeZone')),
    exported: heavy(option('exported')),
    checked: heavy(sql`import.checked`),
    problems: heavy(sql`import.problems`),
    undone: heavy(count('undone')),
    kept: heavy(count('kept')),
    error: heavy(sql`import.error`),
  }),
  facts: () => ({
    ownerId: column('import', 'ownerId'),
    status: column('import', 'status'),
    written: sql`${count('created')} + ${count('updated')}`,
  }),
  can: (actor, row) => {
    const facts = { ownerId: String(row.ownerId), status: row.status as ImportState, written: Number(row.written) }
    return {
      edit: importPolicy.edit(actor, facts),
      dryRun: importPolicy.dryRun(actor, facts),
      decide: importPolicy.decide(actor, facts),
      run: importPolicy.run(actor, facts),
      retry: importPolicy.retry(actor, facts),
      cancel: importPolicy.cancel(actor, facts),
      undo: importPolicy.undo(actor, facts),
    }
  },
  defaultSort: ['-createdAt'],
})

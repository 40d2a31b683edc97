/** Sources in SQL. Whoever may read sources sees all of them: they are the company's. */
import { sourceFields } from '@rapport/domain/features/sources/sources.fields.ts'
import { sourcePolicy } from '@rapport/domain/features/sources/sources.policy.ts'
import { recordSet, searchedText, sql } from '../../records/record-set.ts'

export const sourceRecords = recordSet({
  noun: 'sources',
  alias: 'source',
  fields: sourceFields,
  from: sql`sources source`,
  visibleTo: () => sql`true`,
  labels: {},
  search: searchedText(sql`source.code || ' ' || (source.label->>'zh') || ' ' || (source.label->>'en')`),
  facts: () => ({ archivedAt: sql`source."archivedAt"` }),
  can: (actor, row) => ({
    edit: sourcePolicy.edit(actor),
    archive: sourcePolicy.archive(actor, { archivedAt: row.archivedAt }),
    delete: sourcePolicy.delete(),
  }),
  defaultSort: ['code'],
})

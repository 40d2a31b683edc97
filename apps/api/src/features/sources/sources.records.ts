/** Sources in SQL. Whoever may read sources sees all of them: they are the company's. */
import { sourceFields } from '@rapport/domain/features/sources/sources.fields.ts'
import { sourcePolicy } from '@rapport/domain/features/sources/sources.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { labelText, searchedText } from '../../records/searched.ts'

export const sourceRecords = recordSet({
  noun: 'sources',
  alias: 'source',
  fields: sourceFields,
  from: sql`sources source`,
  visibleTo: () => sql`true`,
  labels: {},
  search: searchedText({ code: sql`source.code`, label: labelText(sql`source.label`) }),
  facts: () => ({ archivedAt: sql`source."archivedAt"` }),
  can: (actor, row) => ({
    edit: sourcePolicy.edit(actor),
    archive: sourcePolicy.archive(actor, { archivedAt: row.archivedAt }),
    delete: sourcePolicy.delete(),
  }),
  defaultSort: ['code'],
})

/** Competitors in SQL. Whoever may read competitors sees all of them. */
import { competitorFields } from '@rapport/domain/features/competitors/competitors.fields.ts'
import { competitorPolicy } from '@rapport/domain/features/competitors/competitors.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { searchedText } from '../../records/searched.ts'

export const competitorRecords = recordSet({
  noun: 'competitors',
  alias: 'competitor',
  fields: competitorFields,
  from: sql`competitors competitor`,
  visibleTo: () => sql`true`,
  labels: {},
  search: searchedText({ name: sql`competitor.name` }),
  facts: () => ({ archivedAt: sql`competitor."archivedAt"` }),
  can: (actor, row) => ({
    edit: competitorPolicy.edit(actor),
    archive: competitorPolicy.archive(actor, { archivedAt: row.archivedAt }),
    delete: competitorPolicy.delete(),
  }),
  defaultSort: ['name'],
})

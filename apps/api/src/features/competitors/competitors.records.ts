/** Competitors in SQL. Whoever may read competitors sees all of them. */
import { competitorFields } from '@rapport/domain/features/competitors/competitors.fields.ts'
import { competitorPolicy } from '@rapport/domain/features/competitors/competitors.policy.ts'
import { recordSet, searchedText, sql } from '../../records/record-set.ts'

export const competitorRecords = recordSet({
  noun: 'competitors',
  alias: 'competitor',
  fields: competitorFields,
  from: sql`competitors competitor`,
  visibleTo: () => sql`true`,
  labels: {},
  search: searchedText(sql`competitor.name`),
  facts: () => ({ archivedAt: sql`competitor."archivedAt"` }),
  can: (actor, row) => ({
    edit: competitorPolicy.edit(actor),
    archive: competitorPolicy.archive(actor, { archivedAt: row.archivedAt }),
    delete: competitorPolicy.delete(),
  }),
  defaultSort: ['name'],
})

/** Sample things in SQL. Whoever may read sample things sees all of them: they are the company's. */
import { sampleThingFields } from '@rapport/domain/features/sample-things/sample-things.fields.ts'
import { sampleThingPolicy } from '@rapport/domain/features/sample-things/sample-things.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { searchedText } from '../../records/searched.ts'

export const sampleThingRecords = recordSet({
  noun: 'sample-things',
  alias: 'sample_things',
  fields: sampleThingFields,
  from: sql`sample_things`,
  visibleTo: () => sql`true`,
  labels: {},
  search: searchedText({ name: sql`sample_things.name` }),
  facts: () => ({ archivedAt: sql`sample_things."archivedAt"` }),
  can: (actor, row) => ({
    edit: sampleThingPolicy.edit(actor),
    archive: sampleThingPolicy.archive(actor, { archivedAt: row.archivedAt }),
    delete: sampleThingPolicy.delete(),
  }),
  defaultSort: ['name'],
})

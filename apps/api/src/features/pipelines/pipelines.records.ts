/** Pipelines in SQL. Whoever may read pipelines sees all of them: they are the company's. */
import { pipelineFields } from '@rapport/domain/features/pipelines/pipelines.fields.ts'
import { pipelinePolicy } from '@rapport/domain/features/pipelines/pipelines.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { labelText, searchedText } from '../../records/searched.ts'

export const pipelineRecords = recordSet({
  noun: 'pipelines',
  alias: 'pipeline',
  fields: pipelineFields,
  from: sql`pipelines pipeline`,
  visibleTo: () => sql`true`,
  labels: {},
  search: searchedText({ label: labelText(sql`pipeline.label`) }),
  facts: () => ({ archivedAt: sql`pipeline."archivedAt"`, draftAt: sql`pipeline."draftAt"` }),
  can: (actor, row) => ({
    edit: pipelinePolicy.edit(actor),
    archive: pipelinePolicy.archive(actor, { archivedAt: row.archivedAt }),
    publish: pipelinePolicy.publish(actor, { draftAt: row.draftAt }),
    delete: pipelinePolicy.delete(),
  }),
  defaultSort: ['createdAt'],
})

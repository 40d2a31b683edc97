/** Stages in SQL, for filters of other nouns that name one (`stage.phase`). */
import { stageFields } from '@rapport/domain/features/pipelines/stages.fields.ts'
import { recordSet, sql } from '../../records/record-set.ts'

export const stageRecords = recordSet({
  noun: 'pipelines',
  alias: 'stage',
  fields: stageFields,
  from: sql`stages stage left join pipelines pipeline on pipeline.id = stage."pipelineId"`,
  visibleTo: () => sql`true`,
  labels: { pipeline: sql`pipeline.label` },
  can: () => ({}),
  defaultSort: ['order'],
})

/** The published versions of a pipeline, newest first. */
import type { Publication } from '@rapport/domain/features/publications/publications.ts'
import type { Ctx } from '../../ctx.ts'
import { readRecord } from '../../records/find.ts'
import { pipelineRecords } from '../pipelines/pipelines.records.ts'

/** Errors: 404. */
export const listVersions = async (ctx: Ctx, id: string): Promise<{ items: Publication[] }> => {
  await readRecord(ctx, pipelineRecords, id)
  const rows = await ctx.db.$queryRaw<(Omit<Publication, 'at'> & { at: Date })[]>`
    select version.id, version."pipelineVersion", version.at, version."byId", version.reason, version.stages, version.mapping,
      case when person.id is null then null else json_build_object('id', person.id, 'label', person.name) end as by
    from pipeline_versions version left join users person on person.id = version."byId"
    where version."pipelineId" = ${id}::uuid order by version."pipelineVersion" desc limit 200`
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
}

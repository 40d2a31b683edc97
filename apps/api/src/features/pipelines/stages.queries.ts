/** Stages with their criteria, as one value per pipeline. */
import type { DraftState, StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { sql, type Sql } from '../../records/record-set.ts'

const criteriaOf = sql`
  coalesce((select json_agg(json_build_object('id', c.id, 'side', c.side, 'kind', c.kind, 'params', c.params, 'label', c.label,
    'blocking', c.blocking) order by c."order", c.id) from stage_criteria c where c."stageId" = s.id), '[]'::json)`

const stageOf = sql`
  json_build_object('id', s.id, 'label', s.label, 'phase', s.phase, 'probability', trim_scale(s.probability)::text,
    'forecastCategory', s."forecastCategory", 'definition', s.definition, 'buyerEvidence', s."buyerEvidence",
    'guidance', s.guidance, 'expectedDays', s."expectedDays", 'maxDays', s."maxDays", 'allowedNextIds', s."allowedNextIds",
    'allowBack', s."allowBack", 'checklist', s.checklist, 'color', s.color, 'criteria', ${criteriaOf})`

/** The published stages of the pipeline whose id the expression gives, as a JSON array in their order. */
export const stagesOf = (pipelineId: Sql): Sql => sql`
  coalesce((select json_agg(${stageOf} order by s."order") from stages s
    where s."pipelineId" = ${pipelineId} and s."archivedAt" is null), '[]'::json)`

/** The published stages in order; empty for a pipeline that was never published. */
export const loadStages = async (ctx: Ctx | Tx, pipelineId: string): Promise<StageState[]> => {
  const [row] = await ctx.db.$queryRaw<{ stages: StageState[] }[]>`
    select ${stagesOf(sql`${pipelineId}::uuid`)} as stages`
  return row?.stages ?? []
}

export type PipelineParts = {
  stages: StageState[]
  draft: DraftState | null
  draftBy: { id: string; label: string } | null
}

/** What a pipeline is read with, in one statement. */
export const loadParts = async (ctx: Ctx | Tx, pipelineId: string): Promise<PipelineParts> => {
  const [row] = await ctx.db.$queryRaw<PipelineParts[]>`
    select ${stagesOf(sql`pipeline.id`)} as stages, pipeline.draft,
      case when editor.id is null then null else json_build_object('id', editor.id, 'label', editor.name) end as "draftBy"
    from pipelines pipeline left join users editor on editor.id = pipeline."draftById" where pipeline.id = ${pipelineId}::uuid`
  return row ?? { stages: [], draft: null, draftBy: null }
}

export type SharedPipeline = {
  id: string
  publishedVersion: number
  archivedAt: Date | null
  currency: string
  winNeedsOrder: boolean
}

const shared = (id: Sql) => sql`
  select id, "publishedVersion", "archivedAt", currency, "winNeedsOrder" from pipelines where id = ${id} for share`

/**
 * The pipeline as it stands until the transaction ends: publishing waits, so that no deal enters a stage that vanishes.
 * Take it before the lock of a deal, as publishing does. Null when there is none.
 */
export const sharePipeline = async (tx: Tx, pipelineId: string): Promise<SharedPipeline | null> => {
  const [row] = await tx.db.$queryRaw<SharedPipeline[]>`${shared(sql`${pipelineId}::uuid`)}`
  return row ?? null
}

/** The same for the pipeline a deal stands in; look again after locking the deal. */
export const sharePipelineOf = async (tx: Tx, opportunityId: string): Promise<SharedPipeline | null> => {
  const pipelineId = sql`(select "pipelineId" from opportunities where id = ${opportunityId}::uuid)`
  const [row] = await tx.db.$queryRaw<SharedPipeline[]>`${shared(pipelineId)}`
  return row ?? null
}

/** The rows of a pipeline's stages and criteria, made equal to a draft; ids stay, what vanishes is archived. */
import type { DraftState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Tx } from '../../ctx.ts'

export const writeStages = async (tx: Tx, pipelineId: string, { stages }: DraftState): Promise<void> => {
  const ids = stages.map(({ id }) => id)
  const by = tx.actor.userId
  await tx.db.$executeRaw`
    update stages set "archivedAt" = ${tx.now}, version = version + 1, "updatedAt" = ${tx.now}, "updatedById" = ${by}::uuid
    where "pipelineId" = ${pipelineId}::uuid and "archivedAt" is null and id <> all(${ids}::uuid[])`
  // No two stages may hold one place even for a moment, so all step aside before each takes its own.
  await tx.db.$executeRaw`
    update stages set "order" = -1 - "order" where "pipelineId" = ${pipelineId}::uuid and "archivedAt" is null`
  const rows = stages.map((stage, order) => ({ ...stage, order }))
  await tx.db.$executeRaw`
    insert into stages (id, "pipelineId", "order", label, phase, definition, "buyerEvidence", guidance, probability, "forecastCategory",
      "expectedDays", "maxDays", "allowedNextIds", "allowBack", checklist, color, "createdAt", "createdById", "updatedAt", "updatedById")
    select s.id, ${pipelineId}::uuid, s."order", s.label, s.phase, s.definition, s."buyerEvidence", s.guidance, s.probability,
      s."forecastCategory", s."expectedDays", s."maxDays", s."allowedNextIds", s."allowBack", s.checklist, s.color,
      ${tx.now}, ${by}::uuid, ${tx.now}, ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, "order" int, label jsonb, phase text, definition jsonb,
      "buyerEvidence" jsonb, guidance jsonb, probability numeric, "forecastCategory" text, "expectedDays" int, "maxDays" int,
      "allowedNextIds" uuid[], "allowBack" boolean, checklist jsonb, color text)
    on conflict (id) do update set "order" = excluded."order", label = excluded.label, phase = excluded.phase,
      definition = excluded.definition, "buyerEvidence" = excluded."buyerEvidence", guidance = excluded.guidance,
      probability = excluded.probability, "forecastCategory" = excluded."forecastCategory", "expectedDays" = excluded."expectedDays",
      "maxDays" = excluded."maxDays", "allowedNextIds" = excluded."allowedNextIds", "allowBack" = excluded."allowBack",
      checklist = excluded.checklist, color = excluded.color, "archivedAt" = null, version = stages.version + 1,
      "updatedAt" = excluded."updatedAt", "updatedById" = excluded."updatedById"`
  await writeCriteria(tx, pipelineId, { stages })
}

const writeCriteria = async (tx: Tx, pipelineId: string, { stages }: Pick<DraftState, 'stages'>): Promise<void> => {
  const rows = stages.flatMap(({ id: stageId, criteria }) =>
    criteria.map((criterion, order) => ({ ...criterion, stageId, order })),
  )
  await tx.db.$executeRaw`
    delete from stage_criteria c using stages s
    where s.id = c."stageId" and s."pipelineId" = ${pipelineId}::uuid and c.id <> all(${rows.map(({ id }) => id)}::uuid[])`
  await tx.db.$executeRaw`
    insert into stage_criteria (id, "stageId", side, kind, params, label, blocking, "order")
    select c.id, c."stageId", c.side, c.kind, c.params, c.label, c.blocking, c."order"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, "stageId" uuid, side text, kind text, params jsonb,
      label jsonb, blocking boolean, "order" int)
    on conflict (id) do update set "stageId" = excluded."stageId", side = excluded.side, kind = excluded.kind,
      params = excluded.params, label = excluded.label, blocking = excluded.blocking, "order" = excluded."order"`
}

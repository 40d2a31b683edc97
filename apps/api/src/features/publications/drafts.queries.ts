/** A draft as it comes in → the draft as it is kept, and what stands in its way. */
import type { DraftProblem, StageWithDeals } from '@rapport/domain/features/pipelines/check-draft.ts'
import { completeDraft, idsNeeded } from '@rapport/domain/features/pipelines/complete-draft.ts'
import type { DraftState, StagesDraft } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { FilterEnv } from '@rapport/domain/filter/resolve.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { newIds } from '../../records/insert-rows.ts'
import { criterionLookup } from '../opportunities/criteria.queries.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'

export type Completed = { draft: DraftState; knownIds: ReadonlySet<string> }

/** Fresh ids for what is new; known are the ids of this pipeline, of its saved draft, and the fresh ones. */
export const completeFor = async (
  ctx: Ctx | Tx,
  pipelineId: string,
  saved: DraftState | null,
  sent: StagesDraft,
): Promise<Completed> => {
  const ids = newIds(idsNeeded(sent))
  const draft = completeDraft(sent, ids, criterionLookup(ctx.now))
  return { draft, knownIds: new Set([...(await knownIdsOf(ctx, pipelineId, saved)), ...ids]) }
}

/** Ids of stages and criteria this pipeline has or had, or that its saved draft was given. */
export const knownIdsOf = async (ctx: Ctx | Tx, pipelineId: string, saved: DraftState | null): Promise<string[]> => {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select id from stages where "pipelineId" = ${pipelineId}::uuid
    union all select c.id from stage_criteria c join stages s on s.id = c."stageId" where s."pipelineId" = ${pipelineId}::uuid`
  const drafted = (saved?.stages ?? []).flatMap(({ id, criteria }) => [id, ...criteria.map((one) => one.id)])
  return [...rows.map(({ id }) => id), ...drafted]
}

/** What criteria are checked against: fields of a deal, days of the organisation, nobody in particular. */
export const criterionEnv = async (ctx: Ctx | Tx): Promise<FilterEnv> => {
  const { timeZone } = await loadOrganisation(ctx)
  return { now: ctx.now, timeZone, userId: null, teamIds: [] }
}

/** The published stages in order, each with the number of its deals, those in the trash included. */
export const stagesWithDeals = (ctx: Ctx | Tx, pipelineId: string): Promise<StageWithDeals[]> =>
  ctx.db.$queryRaw<StageWithDeals[]>`
    select s.id, s.phase, s.label, (select count(*)::int from opportunities o where o."stageId" = s.id) as deals
    from stages s where s."pipelineId" = ${pipelineId}::uuid and s."archivedAt" is null order by s."order"`

/** Refuses with the first problem there is. */
export const demandNone = (problems: readonly DraftProblem[]): void => {
  const [first] = problems
  if (first) refuse(first.code, first.params, first.faults)
}

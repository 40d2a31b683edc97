/** What publishing a draft would do, counted by the database in two statements for any number of deals. */
import { systemActor } from '@rapport/domain/access/actor.ts'
import { draftProblems } from '@rapport/domain/features/pipelines/check-draft.ts'
import { describeChanges } from '@rapport/domain/features/pipelines/draft-diff.ts'
import type { DraftState, StagesDraft } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Preview } from '@rapport/domain/features/publications/publications.ts'
import { addMoney, minorUnitOf, roundMoney } from '@rapport/domain/money.ts'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { criterionLookup } from '../opportunities/criteria.queries.ts'
import { pipelineRecords } from '../pipelines/pipelines.records.ts'
import { loadParts } from '../pipelines/stages.queries.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'
import { loadFits } from './criterion-fits.queries.ts'
import { completeFor, criterionEnv, knownIdsOf, stagesWithDeals } from './drafts.queries.ts'

/** Errors: 404, 409 `pipeline.no_draft` when none is sent and none is saved. */
export const previewDraft = async (ctx: Ctx, id: string, sent: StagesDraft | undefined): Promise<Preview> => {
  await readRecord(ctx, pipelineRecords, id)
  const parts = await loadParts(ctx, id)
  const { draft, knownIds } = sent
    ? await completeFor(ctx, id, parts.draft, sent)
    : { draft: parts.draft ?? refuse('pipeline.no_draft'), knownIds: new Set(await knownIdsOf(ctx, id, parts.draft)) }
  const { baseCurrency, timeZone } = await loadOrganisation(ctx)
  const flows = await loadFlows(ctx, id, draft, minorUnitOf(baseCurrency))
  const published = await stagesWithDeals(ctx, id)
  const [lookup, env] = [criterionLookup(ctx.now), await criterionEnv(ctx)]
  const problems = draftProblems(draft, { published, knownIds, lookup, env })
  const reader = { actor: systemActor(timeZone), now: ctx.now }
  const canCount = problems.every(({ code }) => code !== 'stage.criterion_invalid')
  return {
    draft: draft as Preview['draft'],
    stages: stocksOf(
      [...published.map((stage) => stage.id), ...draft.stages.map((stage) => stage.id)],
      flows,
      baseCurrency,
    ),
    moves: movesOf(flows, baseCurrency),
    fits: canCount ? await loadFits(ctx, id, draft, reader) : [],
    changes: describeChanges(draft, parts.stages),
    problems: problems.map(({ code, faults, params }) => ({ code, faults, ...(params && { params }) })),
  }
}

/** Deals that stand in one stage and will stand in another (or nowhere yet): number, sums now and then. */
type Flow = {
  fromId: string
  toId: string | null
  count: number
  base: string
  weighted: string
  weightedAfter: string
}

const loadFlows = (ctx: Ctx, pipelineId: string, draft: DraftState, digits: number): Promise<Flow[]> => {
  const stages = new Map(draft.stages.map((stage) => [stage.id, stage]))
  const mapped = Object.entries(draft.mapping).filter(([from, to]) => !stages.has(from) && stages.has(to))
  const ways = [...draft.stages.map(({ id }) => [id, id] as const), ...mapped]
  const chances = ways.map(([, to]) => stages.get(to)?.probability ?? '0')
  return ctx.db.$queryRaw<Flow[]>`
    with way as (select * from unnest(${ways.map(([from]) => from)}::uuid[], ${ways.map(([, to]) => to)}::uuid[], ${chances}::numeric[])
      as w("fromId", "toId", probability))
    select o."stageId" as "fromId", way."toId", count(*)::int as count, sum(o."baseAmount")::text as base, sum(o."weightedBase")::text as weighted,
      sum(case when o."probabilityManual" or way.probability is null then o."weightedBase"
        else round(o."baseAmount" * way.probability, ${digits}::int) end)::text as "weightedAfter"
    from opportunities o left join way on way."fromId" = o."stageId"
    where o."pipelineId" = ${pipelineId}::uuid and o."deletedAt" is null group by 1, 2`
}

const stocksOf = (ids: readonly string[], flows: readonly Flow[], currency: string): Preview['stages'] =>
  [...new Set(ids)].map((stageId) => ({
    stageId,
    before: stock(
      flows.filter(({ fromId }) => fromId === stageId),
      'weighted',
      currency,
    ),
    after: stock(
      flows.filter(({ toId }) => toId === stageId),
      'weightedAfter',
      currency,
    ),
  }))

const stock = (flows: readonly Flow[], weighted: 'weighted' | 'weightedAfter', currency: string) => ({
  count: flows.reduce((sum, { count }) => sum + count, 0),
  baseAmount: sumOf(
    flows.map(({ base }) => base),
    currency,
  ),
  weightedBase: sumOf(
    flows.map((flow) => flow[weighted]),
    currency,
  ),
})

const sumOf = (amounts: readonly string[], currency: string) => roundMoney(addMoney('0', ...amounts), currency)

const movesOf = (flows: readonly Flow[], currency: string): Preview['moves'] =>
  flows
    .filter(({ fromId, toId }) => fromId !== toId)
    .map(({ fromId, toId, count, base }) => ({ fromId, toId, count, baseAmount: roundMoney(base, currency) }))

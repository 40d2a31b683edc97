/** The stays of a deal, and what all moves ask. */
import { isClear } from '@rapport/domain/access/readable.ts'
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { StageMove } from '@rapport/domain/features/stage-moves/stage-moves.ts'
import type { Ctx } from '../../ctx.ts'
import { demandFields, refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { moneyText } from '../../records/money-text.ts'
import { sql } from '../../records/record-set.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'

/** Errors: 422 `reason.required` for none, or one of white space. */
export const demandReason = (reason: string | undefined): string =>
  reason?.trim() ? reason : refuse('reason.required', {}, [{ path: 'reason', code: 'field.required' }])

/** Errors: 422 `reference.invalid` for a stage that is not among these. */
export const stageIn = (stages: readonly StageState[], stageId: string): StageState =>
  stages.find(({ id }) => id === stageId) ??
  refuse('reference.invalid', { field: 'stageId' }, [{ path: 'stageId', code: 'reference.invalid' }])

/** From creation to now. Errors: 403 `fields.hidden`; 404. */
export const listMoves = async (ctx: Ctx, id: string): Promise<{ items: StageMove[] }> => {
  await readRecord<Opportunity>(ctx, opportunityRecords, id)
  demandFields(opportunityPolicy.readWay(ctx.actor))
  const rows = await ctx.db.$queryRaw<
    (Omit<StageMove, 'enteredAt' | 'leftAt'> & { enteredAt: Date; leftAt: Date | null })[]
  >`
    select move.id, move."fromStageId", move."toStageId", move.direction, move."skippedIds", move."enteredAt", move."leftAt",
      move.seconds::int as seconds, move."byId", move.reason, move.override, move."undoesId", move."pipelineVersion",
      case when origin.id is null then null else json_build_object('id', origin.id, 'label', origin.label) end as "fromStage",
      json_build_object('id', target.id, 'label', target.label) as "toStage",
      case when person.id is null then null else json_build_object('id', person.id, 'label', person.name) end as by,
      ${moneyText(sql`move.amount`, sql`deal.currency`)} as amount,
      ${moneyText(sql`move."baseAmount"`, sql`coalesce((select value->>'baseCurrency' from settings where key = 'organisation'), 'CNY')`)} as "baseAmount"
    from stage_moves move join opportunities deal on deal.id = move."opportunityId" join stages target on target.id = move."toStageId"
      left join stages origin on origin.id = move."fromStageId" left join users person on person.id = move."byId"
    where move."opportunityId" = ${id}::uuid order by move."enteredAt", move.id`
  const sees = {
    amount: isClear(ctx.actor, 'opportunities', 'amount'),
    baseAmount: opportunityPolicy.readWorth(ctx.actor),
  }
  return {
    items: rows.map(({ amount, baseAmount, enteredAt, leftAt, ...row }) => ({
      ...row,
      enteredAt: enteredAt.toISOString(),
      leftAt: leftAt?.toISOString() ?? null,
      ...(amount !== undefined && sees.amount && { amount }),
      ...(baseAmount !== undefined && sees.baseAmount && { baseAmount }),
    })),
  }
}

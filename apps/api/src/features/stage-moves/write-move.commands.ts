/** Writing a move: the stay that ends, the stay that begins, the deal, and the event, in one transaction. */
import type { EventType } from '@rapport/domain/events.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Overridden } from '@rapport/domain/features/opportunities/overrides.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Direction } from '@rapport/domain/features/pipelines/stage-route.ts'
import { closedInStage, columnsOfStage } from '@rapport/domain/features/stage-moves/stage-moves.rules.ts'
import type { Tx } from '../../ctx.ts'
import { changesBetween, record, type Change } from '../../events/record.ts'
import type { DealRow, OpenDeal } from './open-deal.queries.ts'

export type Move = {
  type: EventType
  to: StageState
  route: { direction: Direction; skippedIds: string[] }
  overridden: Overridden | null
  reason: string | null
  pipelineVersion: number
  /** Columns beside those that follow from the stage. */
  also?: Partial<Columns>
  /** What the event tells besides from and to. */
  data?: Record<string, unknown>
}
export type Columns = Omit<DealRow, 'id' | 'name' | 'version' | 'customerId' | 'amount' | 'baseAmount'>

/** Moves the deal to a stage. Returns the id of the new stay. */
export const writeMove = async (tx: Tx, open: OpenDeal, move: Move): Promise<string> => {
  const { deal } = open
  const columns = columnsOfStage(move.to, deal, open.baseCurrency)
  const stay = await turnStay(tx, deal, { ...move, toStageId: move.to.id, undoesId: null })
  const after = {
    ...columns,
    ...move.also,
    stageEnteredAt: stay.enteredAt,
    closedInStageId: closedInStage(move.to, deal),
  }
  const { stages } = open.inputs
  const from = stages.find(({ id }) => id === deal.stageId)?.label ?? null
  await writeDeal(tx, deal, after, { ...move, moveId: stay.id, from, to: move.to.label, stages })
  return stay.id
}

export type Stay = {
  toStageId: string
  route: { direction: Direction; skippedIds: string[] }
  overridden: Overridden | null
  reason: string | null
  undoesId: string | null
  pipelineVersion: number
}

/**
 * Ends the open stay and begins the next at the same instant. Clocks of several processes may differ by a little, so no stay
 * ends before it began.
 */
export const turnStay = async (tx: Tx, deal: DealRow, stay: Stay): Promise<{ id: string; enteredAt: Date }> => {
  const override = stay.overridden === null ? null : JSON.stringify(stay.overridden)
  const [row] = await tx.db.$queryRaw<{ id: string; enteredAt: Date }[]>`
    with ended as (
      update stage_moves set "leftAt" = greatest(${tx.now}::timestamptz, "enteredAt"),
        seconds = floor(extract(epoch from greatest(${tx.now}::timestamptz, "enteredAt") - "enteredAt"))::bigint
      where "opportunityId" = ${deal.id}::uuid and "leftAt" is null returning "leftAt"
    )
    insert into stage_moves ("opportunityId", "fromStageId", "toStageId", "enteredAt", "byId", amount, "baseAmount", direction,
      "skippedIds", override, reason, "undoesId", "pipelineVersion")
    select ${deal.id}::uuid, ${deal.stageId}::uuid, ${stay.toStageId}::uuid, ended."leftAt", ${tx.actor.userId}::uuid,
      ${deal.amount}::numeric, ${deal.baseAmount}::numeric, ${stay.route.direction}, ${stay.route.skippedIds}::uuid[],
      ${override}::jsonb, ${stay.reason}, ${stay.undoesId}::uuid, ${stay.pipelineVersion}::int
    from ended returning id, "enteredAt"`
  if (!row) throw new Error(`opportunity ${deal.id} has no open stay`)
  return row
}

type Told = {
  type: EventType
  moveId: string
  from: Label | null
  to: Label
  reason: string | null
  data?: Record<string, unknown>
  /** Those of the deal's pipeline, for what they are called. */
  stages: readonly Pick<StageState, 'id' | 'label'>[]
}

/** The new columns of the deal, its version, and the event that knows what they were. */
export const writeDeal = async (tx: Tx, deal: DealRow, after: Partial<Columns>, told: Told): Promise<void> => {
  const { contactAgainAt, ...columns } = after
  const day = contactAgainAt ? new Date(`${contactAgainAt}T00:00:00Z`) : contactAgainAt
  await tx.db.opportunity.update({
    where: { id: deal.id, version: deal.version },
    data: {
      ...columns,
      ...(day !== undefined && { contactAgainAt: day }),
      version: { increment: 1 },
      updatedAt: tx.now,
      updatedById: tx.actor.userId,
    },
    select: { id: true },
  })
  const { type, moveId, from, to, reason, data } = told
  await record(tx, {
    type,
    subject: deal.id,
    customerId: deal.customerId,
    title: deal.name,
    version: deal.version + 1,
    changes: changesBetween(deal, after).map((change) => said(change, told)),
    data: { moveId, from, to, ...data },
    reason,
  })
}

// A stage by what it was called then, a reason by the label the command knows.
const said = (change: Change, { from, to, data, stages }: Told): Change => {
  const nameOf = (stageId: unknown) => stages.find(({ id }) => id === stageId)?.label ?? null
  if (change.field === 'stageId') return { ...change, labels: { old: from, new: to } }
  if (change.field === 'closedInStageId')
    return { ...change, labels: { old: nameOf(change.old), new: nameOf(change.new) } }
  return change.field === 'reasonId' ? { ...change, labels: { old: null, new: data?.reason ?? null } } : change
}

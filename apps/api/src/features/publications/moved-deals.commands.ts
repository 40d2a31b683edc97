/** What publishing does to deals: those of vanished stages move, those of changed stages follow; few statements for any number. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Remap } from '@rapport/domain/features/pipelines/check-draft.ts'
import { minorUnitOf } from '@rapport/domain/money.ts'
import type { Tx } from '../../ctx.ts'
import { recordMany } from '../../events/record-many.ts'
import { changesBetween, type EventInput } from '../../events/record.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'

const BATCH = 2000

type Changed = {
  id: string
  name: string
  version: number
  customerId: string | null
  before: Record<string, unknown>
  after: Record<string, unknown>
}
type Moved = Changed & { moveId: string; from: Label; to: Label }

const followed = sql`json_build_object('stageId', o."stageId", 'phase', o.phase, 'forecastCategory', o."forecastCategory",
  'probability', trim_scale(o.probability)::text)`

// What a deal takes over from the stage `s`, in base currency with this many digits.
const followStage = (
  tx: Tx,
  digits: number,
): Sql => sql`"stageId" = s.id, phase = s.phase, "forecastCategory" = s."forecastCategory",
  probability = case when o."probabilityManual" then o.probability else s.probability end,
  "weightedBase" = round(o."baseAmount" * case when o."probabilityManual" then o.probability else s.probability end, ${digits}::int),
  version = o.version + 1, "updatedAt" = ${tx.now}, "updatedById" = ${tx.actor.userId}::uuid`

/** Each moved deal gets its row in the history and its event, as if a person had moved it. Returns how many. */
export const moveDeals = async (tx: Tx, remaps: readonly Remap[], pipelineVersion: number): Promise<number> => {
  if (remaps.length === 0) return 0
  const digits = await baseDigits(tx)
  const moved = await tx.db.$queryRaw<Moved[]>`
    with remap as (
      select * from unnest(${remaps.map(({ fromId }) => fromId)}::uuid[], ${remaps.map(({ to }) => to.id)}::uuid[],
        ${remaps.map(({ direction }) => direction)}::text[]) as r("fromId", "toId", direction)
    ), leaving as (
      select o.id, o.amount, o."baseAmount", ${followed} as before, r."fromId", r."toId", r.direction
      from opportunities o join remap r on r."fromId" = o."stageId" for update of o
    ), ended as (
      update stage_moves m set "leftAt" = greatest(${tx.now}::timestamptz, m."enteredAt"),
        seconds = floor(extract(epoch from greatest(${tx.now}::timestamptz, m."enteredAt") - m."enteredAt"))::bigint
      from leaving where m."opportunityId" = leaving.id and m."leftAt" is null returning m."opportunityId", m."leftAt"
    ), begun as (
      insert into stage_moves ("opportunityId", "fromStageId", "toStageId", "enteredAt", "byId", amount, "baseAmount", direction, "pipelineVersion")
      select leaving.id, leaving."fromId", leaving."toId", ended."leftAt", ${tx.actor.userId}::uuid, leaving.amount, leaving."baseAmount",
        leaving.direction, ${pipelineVersion}::int
      from leaving join ended on ended."opportunityId" = leaving.id returning id, "opportunityId", "enteredAt"
    ), written as (
      update opportunities o set "stageEnteredAt" = begun."enteredAt", ${followStage(tx, digits)}
      from leaving join begun on begun."opportunityId" = leaving.id join stages s on s.id = leaving."toId" where o.id = leaving.id
      returning o.id, o.name, o.version, o."customerId", leaving.before, ${followed} as after, begun.id as "moveId", leaving."fromId", s.label as "to"
    )
    select written.*, origin.label as "from" from written join stages origin on origin.id = written."fromId"`
  await tellAll(
    tx,
    moved.map((deal) => ({
      ...told(deal),
      type: 'opportunity.moved',
      data: { moveId: deal.moveId, from: deal.from, to: deal.to, pipelineVersion },
    })),
  )
  return moved.length
}

/**
 * Probability, phase and forecast category of a deal are those of its stage, unless the probability was set by hand: where
 * the stage says something new, its deals say it too. Returns how many.
 */
export const followStages = async (tx: Tx, pipelineId: string): Promise<number> => {
  const digits = await baseDigits(tx)
  const changed = await tx.db.$queryRaw<Changed[]>`
    with wanted as (
      select o.id, ${followed} as before from opportunities o join stages s on s.id = o."stageId"
      where o."pipelineId" = ${pipelineId}::uuid and (o.phase <> s.phase or o."forecastCategory" <> s."forecastCategory"
        or (not o."probabilityManual" and o.probability <> s.probability))
      for update of o
    )
    update opportunities o set ${followStage(tx, digits)}
    from wanted, stages s where o.id = wanted.id and s.id = o."stageId"
    returning o.id, o.name, o.version, o."customerId", wanted.before, ${followed} as after`
  await tellAll(
    tx,
    changed.map((deal) => ({ ...told(deal), type: 'opportunity.updated' })),
  )
  return changed.length
}

const told = ({ id, name, version, customerId, before, after }: Changed) => ({
  subject: id,
  title: name,
  version,
  customerId,
  changes: changesBetween(before, after),
})

const baseDigits = async (tx: Tx): Promise<number> => minorUnitOf((await loadOrganisation(tx)).baseCurrency)

const tellAll = async (tx: Tx, inputs: readonly EventInput[]): Promise<void> => {
  for (let at = 0; at < inputs.length; at += BATCH) await recordMany(tx, inputs.slice(at, at + BATCH))
}

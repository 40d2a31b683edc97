/** Losing a deal: why, to whom, and when to ask again. */
import { may } from '@rapport/domain/access/actor.ts'
import { startOfDay } from '@rapport/domain/dates.ts'
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import { routeToClose } from '@rapport/domain/features/pipelines/stage-route.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import { contactAgainText } from '@rapport/domain/features/stage-moves/stage-moves.rules.ts'
import type { LoseBody } from '@rapport/domain/features/stage-moves/stage-moves.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { accept, refuse } from '../../http/problems.ts'
import { demandItems } from '../../records/references.ts'
import { acceptOverride } from '../opportunities/criteria.commands.ts'
import { unmetOf } from '../opportunities/criteria.queries.ts'
import { readOpportunity } from '../opportunities/opportunities.queries.ts'
import { demandCompetitors } from '../opportunities/opportunity-references.queries.ts'
import { createActivity } from '../activities/activities.commands.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'
import { closingStage } from './closings.commands.ts'
import { openDeal, type DealRow } from './open-deal.queries.ts'
import { writeMove } from './write-move.commands.ts'

/** Errors: 409 `opportunity.closed`, `stage.transition`, 422 `reason.required`, `reference.invalid`, `stage.criteria_unmet`. */
export const loseOpportunity = (ctx: Ctx | Tx, id: string, body: LoseBody): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    const open = await openDeal(tx, id, body)
    const { deal, pipeline, inputs } = open
    if (!isOpenPhase(deal.phase)) refuse('opportunity.closed')
    const reason = await findReason(tx, body.reasonId)
    const route = accept(routeToClose(inputs.stages, deal.stageId, 'lost'))
    const overridden = acceptOverride(tx, unmetOf(inputs, route.checks), body.override)
    const addedCompetitorIds = await addCompetitors(tx, id, body.competitorIds ?? [])
    const activityId = body.contactAgainAt ? await planContact(tx, deal, body.contactAgainAt) : null
    await writeMove(tx, open, {
      type: 'opportunity.lost',
      to: closingStage(inputs.stages, 'lost'),
      route,
      overridden,
      reason: body.note ?? null,
      pipelineVersion: pipeline.publishedVersion,
      also: {
        closedAt: tx.now,
        reasonId: reason.id,
        reasonNote: body.note ?? null,
        contactAgainAt: body.contactAgainAt ?? null,
      },
      data: { reason: reason.label, addedCompetitorIds, activityId },
    })
    return readOpportunity(tx, id)
  })

const findReason = async (tx: Tx, reasonId: string | undefined) => {
  const id = reasonId ?? refuse('reason.required', {}, [{ path: 'reasonId', code: 'field.required' }])
  await demandItems(tx, 'loseReason', { reasonId: id })
  return tx.db.dictionaryItem.findUniqueOrThrow({ where: { id }, select: { id: true, label: true } })
}

const WORK_BEGINS = 9 * 3_600_000

// What is answered and replayed is the deal, so the task's event must not become the subject of this request.
// A task on the morning of that day, for who may plan at all; the date stays with the deal either way.
const planContact = async (tx: Tx, deal: DealRow, date: string): Promise<string | null> => {
  if (!may(tx.actor, 'activities.create')) return null
  const { timeZone } = await loadOrganisation(tx)
  const { id } = await createActivity(
    { ...tx },
    {
      kind: 'task',
      subject: contactAgainText[tx.actor.locale === 'en' ? 'en' : 'zh'],
      opportunityId: deal.id,
      plannedStart: new Date(startOfDay(date, timeZone).getTime() + WORK_BEGINS).toISOString(),
    },
  )
  return id
}

// Those known already keep their note; the ones added are remembered, so that taking the loss back takes them out again.
const addCompetitors = async (tx: Tx, opportunityId: string, competitorIds: readonly string[]): Promise<string[]> => {
  const known = await tx.db.opportunityCompetitor.findMany({ where: { opportunityId }, select: { competitorId: true } })
  const kept = new Set(known.map(({ competitorId }) => competitorId))
  const added = [...new Set(competitorIds)].filter((id) => !kept.has(id))
  await demandCompetitors(
    tx,
    added.map((id) => [`competitorIds.${competitorIds.indexOf(id)}`, id] as const),
  )
  await tx.db.opportunityCompetitor.createMany({
    data: added.map((competitorId) => ({ opportunityId, competitorId })),
  })
  return added
}

/** Changing an opportunity. Its stage and its owner are changed by commands of their own. */
import { pushesAfter } from '@rapport/domain/features/opportunities/close-dates.ts'
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import type { Opportunity, OpportunityPatch } from '@rapport/domain/features/opportunities/opportunities.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { changesOf, openRecord } from '../../records/open.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { searchTextFor } from './opportunities.commands.ts'
import { readOpportunity } from './opportunities.queries.ts'
import { opportunityRecords } from './opportunities.records.ts'
import { demandLists, writeLists } from './opportunity-lists.commands.ts'
import { demandReferences } from './opportunity-references.queries.ts'
import { loadStored, type Stored } from './opportunity-stored.queries.ts'
import { worthOf } from './opportunity-worth.queries.ts'

/** Fields that a change of others may carry along; the event tells them too. */
const followers = { amount: 0, baseAmount: 0, probability: 0, probabilityManual: 0, pushCount: 0, productIds: 0 }

/**
 * The amount follows the lines where there are some; a later close date counts as a push; a probability that is sent is kept
 * against the stage's until it is reset. Errors: 404, 403, 428, 412, 409 `opportunity.closed`, 422 for references and rates.
 */
export const updateOpportunity = (ctx: Ctx | Tx, id: string, patch: OpportunityPatch): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<Opportunity>(tx, opportunityRecords, id)
    demand(before.can.edit)
    demandWritable(tx, 'opportunities', opportunityFields, patch)
    demandLists(tx, patch)
    sameVersion(tx, before, patch, readableName(tx, 'opportunities'))
    const stored = await loadStored(tx, id)
    await demandReferences(tx, patch, stored.kept)
    const chance = chanceAfter(stored, patch)
    const worth = await worthOf(tx, patch, stored.worth, chance.probability)
    const dates = await closeDateAfter(tx, stored, patch)
    const columns = columnsOf(opportunityFields, patch)
    const name = patch.name ?? stored.name
    const searchText = searchTextFor(name, stored.number)
    const data = { ...columns, ...worth.columns, ...chance, ...dates, searchText, ...stamp(tx) }
    await tx.db.opportunity.update({ where: { id }, data, select: { id: true } })
    await writeLists(tx, id, { ...patch, lines: worth.lines })
    const after = await readOpportunity(tx, id)
    await record(tx, {
      type: 'opportunity.updated',
      subject: id,
      customerId: patch.customerId === undefined ? stored.kept.customerId : patch.customerId,
      title: name,
      version: after.version,
      changes: changesOf({ ...followers, ...patch }, before, after, opportunityFields),
    })
    return after
  })

const chanceAfter = (stored: Stored, patch: OpportunityPatch) => {
  if (patch.probability === undefined && !patch.resetProbability)
    return { probability: stored.probability, probabilityManual: stored.probabilityManual }
  if (!isOpenPhase(stored.phase)) refuse('opportunity.closed')
  if (patch.probability === undefined) return { probability: stored.stageProbability, probabilityManual: false }
  if (patch.resetProbability) refuse('request.malformed', {}, [{ path: 'resetProbability', code: 'field.invalid' }])
  return { probability: patch.probability, probabilityManual: true }
}

const closeDateAfter = async (tx: Tx, stored: Stored, patch: OpportunityPatch) => {
  const next = patch.expectedCloseAt
  if (next === undefined || next === stored.expectedCloseAt) return {}
  const day = (date: string | null) => (date === null ? null : new Date(`${date}T00:00:00Z`))
  const [from, to] = [day(stored.expectedCloseAt), day(next)]
  await tx.db.closeDateChange.create({
    data: { opportunityId: stored.id, at: tx.now, byId: tx.actor.userId, from, to },
  })
  return pushesAfter(stored, next)
}

/** A new opportunity: load → demand → decide → write → record. */
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import type { Opportunity, OpportunityDraft } from '@rapport/domain/features/opportunities/opportunities.ts'
import { searchTextOf } from '@rapport/domain/search-text.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { findOwner, type NewOwner } from '../../records/references.ts'
import { demandWritable } from '../../records/writable.ts'
import { soundOf } from '../../values/sound.ts'
import { nextNumber } from '../number-sequences/number-sequences.queries.ts'
import { demandCriteria } from './criteria.commands.ts'
import { readOpportunity } from './opportunities.queries.ts'
import { writeLists } from './opportunity-lists.commands.ts'
import { demandReferences, nothingKept } from './opportunity-references.queries.ts'
import { findStart, type Start } from './opportunity-start.queries.ts'
import { worthOf, type WorthAfter } from './opportunity-worth.queries.ts'

/**
 * The creator owns it unless the draft names somebody within his reach; a later stage asks what all stages before it ask.
 * Errors: 422 for references, rates and criteria, 409 for a stage where no deal begins.
 */
export const createOpportunity = (ctx: Ctx | Tx, draft: OpportunityDraft): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'opportunities', opportunityFields, draft)
    const owner = await findOwner(tx, ownerOf(tx, draft))
    demand(opportunityPolicy.assign(tx.actor, owner))
    const start = await findStart(tx, draft)
    await demandReferences(tx, draft, nothingKept)
    const before = { amount: '0', currency: start.currency, rate: null, productIds: [], lines: [] }
    const worth = await worthOf(tx, draft, before, draft.probability ?? start.stage.probability)
    const id = await insert(tx, draft, { owner, start, worth })
    await writeLists(tx, id, { ...draft, lines: worth.lines })
    const overridden = await demandCriteria(tx, id, start.route.checks, draft.override)
    await tx.db.stageMove.create({ data: firstMove(tx, id, { start, worth, overridden }) })
    await record(tx, {
      type: 'opportunity.created',
      subject: id,
      customerId: draft.customerId ?? null,
      title: draft.name,
      version: 1,
      givenTo: owner.ownerId,
      data: { stageId: start.stage.id, pipelineId: draft.pipelineId },
      ...(overridden && { reason: overridden.reason }),
    })
    return readOpportunity(tx, id)
  })

const ownerOf = (tx: Tx, draft: OpportunityDraft): string | null =>
  draft.ownerId === null
    ? refuse('request.malformed', {}, [{ path: 'ownerId', code: 'field.required' }])
    : (draft.ownerId ?? tx.actor.userId)

type Decided = { owner: NewOwner; start: Start; worth: WorthAfter }

const insert = async (tx: Tx, draft: OpportunityDraft, { owner, start, worth }: Decided): Promise<string> => {
  const number = await nextNumber(tx, 'opportunities')
  // The columns come from the list of fields, so that only what the draft's schema knows is among them.
  const columns = columnsOf(opportunityFields, draft) as Pick<OpportunityDraft, 'name' | 'pipelineId'>
  const { id } = await tx.db.opportunity.create({
    data: {
      ...columns,
      ...worth.columns,
      number,
      searchText: searchTextFor(draft.name, number),
      ownerId: owner.ownerId,
      teamId: owner.teamId,
      stageId: start.stage.id,
      stageEnteredAt: tx.now,
      phase: start.stage.phase,
      forecastCategory: start.stage.forecastCategory,
      probability: draft.probability ?? start.stage.probability,
      probabilityManual: draft.probability !== undefined,
      createdAt: tx.now,
      createdById: tx.actor.userId,
      updatedAt: tx.now,
      updatedById: tx.actor.userId,
    },
    select: { id: true },
  })
  return id
}

/** What `search` finds a deal by, its customer apart. */
export const searchTextFor = (name: string, number: string): string => searchTextOf([name, number], soundOf(name))

type First = { start: Start; worth: WorthAfter; overridden: object | null }

const firstMove = (tx: Tx, opportunityId: string, { start, worth, overridden }: First) => ({
  opportunityId,
  toStageId: start.stage.id,
  enteredAt: tx.now,
  byId: tx.actor.userId,
  amount: worth.columns.amount,
  baseAmount: worth.columns.baseAmount,
  direction: start.route.direction,
  skippedIds: start.route.skippedIds,
  pipelineVersion: start.pipelineVersion,
  ...(overridden && { override: overridden }),
})

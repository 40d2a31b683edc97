/** Writing the lists of an opportunity; each is replaced as a whole, and left alone when it is not sent. */
import type { PricedLine } from '@rapport/domain/features/opportunities/opportunity-amounts.ts'
import type { CompetitorDraft, ContactDraft } from '@rapport/domain/features/opportunities/opportunity-parts.ts'
import { may } from '@rapport/domain/access/actor.ts'
import { fieldAccess } from '@rapport/domain/access/readable.ts'
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { readsLines } from './opportunity-parts.records.ts'

export type Lists = {
  lines: readonly PricedLine[] | null
  contacts?: readonly ContactDraft[] | undefined
  competitors?: readonly CompetitorDraft[] | undefined
}

type Sent = { lines?: unknown; contacts?: unknown; competitors?: unknown }

/**
 * A list is replaced as a whole, so only who reads it may send it; lines make the amount and are written like it.
 * Errors: 403 naming the lists.
 */
export const demandLists = (tx: Tx, sent: Sent): void => {
  const { actor } = tx
  const read: Record<keyof Sent, boolean> = {
    lines: readsLines(actor) && fieldAccess(actor, 'opportunities', 'amount') === 'write',
    contacts: may(actor, 'contacts.read'),
    competitors: may(actor, 'competitors.read'),
  }
  const names = Object.keys(read) as (keyof Sent)[]
  const faults = names
    .filter((path) => sent[path] !== undefined && !read[path])
    .map((path) => ({ path, code: 'field.forbidden' }))
  if (faults.length > 0) refuse('field.forbidden', { field: faults[0]?.path }, faults)
}

export const writeLists = async (tx: Tx, opportunityId: string, { lines, contacts, competitors }: Lists) => {
  if (lines) {
    await tx.db.opportunityLine.deleteMany({ where: { opportunityId } })
    await tx.db.opportunityLine.createMany({ data: lines.map((line, order) => ({ ...line, opportunityId, order })) })
  }
  if (contacts) {
    await tx.db.opportunityContact.deleteMany({ where: { opportunityId } })
    await tx.db.opportunityContact.createMany({
      data: contacts.map(({ contactId, buyingRole, attitude = 0 }) => ({
        opportunityId,
        contactId,
        buyingRole,
        attitude,
      })),
    })
  }
  if (competitors) {
    await tx.db.opportunityCompetitor.deleteMany({ where: { opportunityId } })
    await tx.db.opportunityCompetitor.createMany({
      data: competitors.map(({ competitorId, note = null }) => ({ opportunityId, competitorId, note })),
    })
  }
}

/** Writing the lists of an opportunity; each is replaced as a whole, and left alone when it is not sent. */
import type { PricedLine } from '@rapport/domain/features/opportunities/opportunity-amounts.ts'
import type { CompetitorDraft, ContactDraft } from '@rapport/domain/features/opportunities/opportunity-parts.ts'
import type { Tx } from '../../ctx.ts'

export type Lists = {
  lines: readonly PricedLine[] | null
  contacts?: readonly ContactDraft[] | undefined
  competitors?: readonly CompetitorDraft[] | undefined
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

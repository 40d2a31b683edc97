/** The row of an opportunity as it stands, in the values the domain decides by. */
import type { Tx } from '../../ctx.ts'
import type { Kept } from './opportunity-references.queries.ts'
import type { WorthBefore } from './opportunity-worth.queries.ts'

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

/** Call it once the row is locked. */
export const loadStored = async (tx: Tx, id: string) => {
  const row = await loadRow(tx, id)
  return {
    id,
    name: row.name,
    number: row.number,
    phase: row.phase,
    probabilityManual: row.probabilityManual,
    pushCount: row.pushCount,
    pushedDays: row.pushedDays,
    probability: row.probability.toFixed(),
    stageProbability: row.stage.probability.toFixed(),
    expectedCloseAt: dayOf(row.expectedCloseAt),
    kept: keptBy(row),
    worth: worthNow(row),
  }
}

export type Stored = Awaited<ReturnType<typeof loadStored>>

const loadRow = (tx: Tx, id: string) =>
  tx.db.opportunity.findUniqueOrThrow({
    where: { id },
    include: {
      lines: { orderBy: [{ order: 'asc' }, { id: 'asc' }] },
      contacts: { select: { contactId: true } },
      competitors: { select: { competitorId: true } },
      stage: { select: { probability: true } },
    },
  })
type Row = Awaited<ReturnType<typeof loadRow>>

const keptBy = (row: Row): Kept => ({
  customerId: row.customerId,
  sourceId: row.sourceId,
  productIds: new Set([...row.productIds, ...row.lines.map(({ productId }) => productId)]),
  contactIds: new Set(row.contacts.map(({ contactId }) => contactId)),
  competitorIds: new Set(row.competitors.map(({ competitorId }) => competitorId)),
})

const worthNow = (row: Row): WorthBefore => ({
  amount: row.amount.toFixed(),
  currency: row.currency,
  rate: row.rate.toFixed(),
  productIds: row.productIds,
  lines: row.lines.map(({ productId, description, quantity, unitPrice, discount }) => ({
    productId,
    description,
    quantity: quantity.toFixed(),
    unitPrice: unitPrice.toFixed(),
    discount: discount.toFixed(),
  })),
})

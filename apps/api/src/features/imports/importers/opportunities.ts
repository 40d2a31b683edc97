/** Deals from a file: as they are, or, marked as past records, as they were. */
import {
  opportunityDraft,
  opportunityPatch,
  type OpportunityPatch,
} from '@rapport/domain/features/opportunities/opportunities.ts'
import type { ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { removeOpportunities } from '../../opportunities/opportunity-deletions.commands.ts'
import { dealStock } from '../../opportunities/deal-stock.queries.ts'
import { importOpportunities, makeDeals, type NewDeal } from '../../opportunities/opportunities.import.commands.ts'
import { matchOpportunities } from '../../opportunities/opportunities.import.queries.ts'
import { opportunityRecords } from '../../opportunities/opportunities.records.ts'
import { updateOpportunity } from '../../opportunities/opportunity-updates.commands.ts'
import type { Ahead, Importer, Judged, Values } from '../batch/importer.ts'
import { checkDeals } from './deal-checks.ts'
import { dealOf, holdPipelines, prepareDeals } from './prepare-deals.ts'
import { opportunitiesTogether } from './together.queries.ts'

// A file of a system that names no deals still has to be read by people.
const nameOf = ({ labels, values }: ParsedRow): string | undefined => {
  const parts = [labels.get('customerId'), labels.get('product')].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ').slice(0, 200) : (values.get('externalId') as string | undefined)
}

const shape = (_plan: ImportPlan, row: ParsedRow, { product: _p, quantity: _q, ...draft }: Values): Values => ({
  ...draft,
  ...(draft.name === undefined && { name: nameOf(row) }),
})

const dealsOf = async (tx: Tx, plan: ImportPlan, rows: readonly Judged[]): Promise<NewDeal[]> => {
  const prepared = await prepareDeals(tx, plan, rows)
  return rows.map((one) => dealOf(tx, plan, prepared, one))
}

// Where criteria are checked deals are written for trial, which takes a transaction.
const ahead: Ahead = {
  isFor: ({ history }) => history,
  stock: dealStock,
  hold: holdPipelines,
  make: async (reader, plan, rows, numbers, beside) => {
    const { write } = await makeDeals(reader, await dealsOf(reader, plan, rows), numbers, (ids) => [beside(ids)])
    return write
  },
}

export const opportunityImporter: Importer = {
  records: opportunityRecords,
  draft: opportunityDraft,
  patch: opportunityPatch,
  shape,
  match: (tx, { options }, path, values) => matchOpportunities(tx, path, values, options.externalSource),
  check: checkDeals,
  create: async (tx, plan, rows) => importOpportunities(tx, await dealsOf(tx, plan, rows)),
  ahead,
  update: (tx, id, patch) => updateOpportunity(tx, id, patch as OpportunityPatch),
  together: opportunitiesTogether,
  remove: removeOpportunities,
}

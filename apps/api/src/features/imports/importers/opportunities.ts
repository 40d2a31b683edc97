/** Deals from a file: as they are, or, marked as past records, as they were. */
import {
  opportunityDraft,
  opportunityPatch,
  type OpportunityPatch,
} from '@rapport/domain/features/opportunities/opportunities.ts'
import type { ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { deleteOpportunity } from '../../opportunities/opportunity-deletions.commands.ts'
import { importOpportunities } from '../../opportunities/opportunities.import.commands.ts'
import { matchOpportunities } from '../../opportunities/opportunities.import.queries.ts'
import { opportunityRecords } from '../../opportunities/opportunities.records.ts'
import { updateOpportunity } from '../../opportunities/opportunity-updates.commands.ts'
import type { Importer, Judged, Values } from '../batch/importer.ts'
import { checkDeals } from './deal-checks.ts'
import { dealOf, prepareDeals } from './prepare-deals.ts'

// A file of a system that names no deals still has to be read by people.
const nameOf = ({ labels, values }: ParsedRow): string | undefined => {
  const parts = [labels.get('customerId'), labels.get('product')].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ').slice(0, 200) : (values.get('externalId') as string | undefined)
}

const shape = (_plan: ImportPlan, row: ParsedRow, { product: _p, quantity: _q, ...draft }: Values): Values => ({
  ...draft,
  ...(draft.name === undefined && { name: nameOf(row) }),
})

const create = async (tx: Tx, plan: ImportPlan, rows: readonly Judged[], whenIn?: () => void): Promise<string[]> => {
  const prepared = await prepareDeals(tx, plan, rows)
  return importOpportunities(
    tx,
    rows.map((one) => dealOf(tx, plan, prepared, one)),
    whenIn,
  )
}

export const opportunityImporter: Importer = {
  records: opportunityRecords,
  draft: opportunityDraft,
  patch: opportunityPatch,
  shape,
  match: (tx, { options }, path, values) => matchOpportunities(tx, path, values, options.externalSource),
  check: checkDeals,
  create,
  ahead: true,
  update: (tx, id, patch) => updateOpportunity(tx, id, patch as OpportunityPatch),
  remove: (tx, id) => deleteOpportunity(tx, id),
}

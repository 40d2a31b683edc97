/** How the fields of a deal are changed where they stand. */
import { opportunityFields as fields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { useFieldEdits } from '../../app/field-edits.tsx'
import { opportunityQuery, useUpdateOpportunity, type Opportunity } from './opportunities.queries.ts'

export function useDealEdits(deal: Opportunity) {
  const update = useUpdateOpportunity()
  return useFieldEdits({
    noun: 'opportunities',
    fields,
    record: deal,
    query: opportunityQuery(deal.id),
    save: (body, version) => update.mutateAsync({ deal: { id: deal.id, version }, body }),
  })
}

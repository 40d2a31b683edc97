/** The value tier of a deal's customer, once there is one: “new” on every card would say nothing. */
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Tier } from '../../ui/marks/tier.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { Opportunity } from './opportunities.queries.ts'

export function DealTier({ deal: { customerTier } }: { deal: Pick<Opportunity, 'customerTier'> }) {
  const textOf = useLabel()
  return customerTier && customerTier !== 'new' ? (
    <Tier level={customerTier} label={textOf(choiceLabel(opportunityFields.customerTier, customerTier))} />
  ) : null
}

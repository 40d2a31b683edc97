/** A customer on a phone. */
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Tier } from '../../ui/marks/tier.tsx'
import { NextStepOf } from '../../ui/next-step-of.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { When } from '../../ui/when.tsx'
import styles from './customer-card.module.css'
import type { Customer } from './customers.queries.ts'

export function CustomerCard({ customer }: { customer: Customer }) {
  const textOf = useLabel()
  const { tier } = customer
  return (
    <>
      <span className={styles.first}>
        <b>{customer.name}</b>
        {tier && <Tier level={tier} label={textOf(choiceLabel(customerFields.tier, tier))} />}
      </span>
      <span className={styles.second}>
        <NextStepOf quiet at={customer.nextActionAt} title={customer.nextActionTitle} />
        <When at={customer.lastActivityAt} />
      </span>
    </>
  )
}

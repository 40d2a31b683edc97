/** The columns of the list of opportunities: what the deal is, what it is worth, when, and with whom. */
import { opportunityFields as fields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { useMemo } from 'react'
import { currencySign, type Reader } from '../../lib/format.ts'
import { useReader } from '../../lib/use-format.ts'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { DealNextStep } from './deal-next-step.tsx'
import { DealTier } from './deal-tier.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import styles from './opportunities.module.css'

type Column = GridColumn<Opportunity>
type Name = keyof typeof fields & keyof Opportunity
type Shown = Omit<Column, 'id' | 'label'>
type NameOf = (ref: { label: string | Label } | null) => string

const column = (id: Name, shown: Shown): Column => ({ id, label: fields[id].label, ...shown })

const worth = (reader: Reader): Column[] => {
  const unit = currencySign(reader.currency, reader.language)
  const money = { unit, width: 120, numeric: true, sortable: true }
  return [
    column('amount', { ...money, cell: (deal, format) => format.columnMoney(deal.amount, deal.currency) }),
    column('probability', {
      width: 80,
      numeric: true,
      sortable: true,
      cell: (deal, format) => format.percent(deal.probability, 0),
    }),
    column('weightedBase', {
      ...money,
      optional: true,
      cell: (deal, format) => format.columnMoney(deal.weightedBase, reader.currency),
    }),
  ]
}

const time: Column[] = [
  column('expectedCloseAt', {
    width: 110,
    sortable: true,
    cell: (deal, format) => deal.expectedCloseAt && format.shortDate(deal.expectedCloseAt),
  }),
  column('nextActionAt', { width: 170, sortable: true, cell: (deal) => <DealNextStep deal={deal} /> }),
  column('daysInStage', {
    width: 90,
    numeric: true,
    cell: (deal) => (
      <span className={styles.days} data-rotting={deal.rotting || undefined}>
        {deal.daysInStage}
      </span>
    ),
  }),
]

const late: Column[] = [
  column('closedAt', {
    width: 120,
    sortable: true,
    optional: true,
    cell: (deal, format) => deal.closedAt && format.shortDateTime(deal.closedAt),
  }),
  column('updatedAt', {
    width: 120,
    sortable: true,
    optional: true,
    cell: (deal, format) => format.relative(deal.updatedAt),
  }),
]

const others = (name: NameOf): Column[] => [
  column('number', { width: 150, sortable: true, optional: true, cell: (deal) => deal.number }),
  column('sourceId', { width: 110, optional: true, cell: (deal) => name(deal.source) }),
  column('pipelineId', { width: 120, optional: true, cell: (deal) => name(deal.pipeline) }),
]

export function useOpportunityColumns(): Column[] {
  const textOf = useLabel()
  const reader = useReader()
  return useMemo(() => {
    const name: NameOf = (ref) => (ref ? textOf(ref.label) : '')
    return [
      column('name', { width: 220, grow: true, sortable: true, cell: (deal) => deal.name }),
      column('customerId', { width: 200, grow: true, cell: (deal) => name(deal.customer) }),
      column('customerTier', { width: 90, optional: true, cell: (deal) => <DealTier deal={deal} /> }),
      column('stageId', { width: 110, cell: (deal) => name(deal.stage) }),
      ...worth(reader),
      ...time,
      column('ownerId', { width: 120, cell: (deal) => deal.owner && <Person name={name(deal.owner)} /> }),
      ...others(name),
      ...late,
    ]
  }, [textOf, reader])
}

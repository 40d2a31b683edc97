/** The list of opportunities with its totals over the whole filter. */
import { IconTarget } from '@tabler/icons-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditableCells } from '../../app/editable-cells.ts'
import { recordPath } from '../../app/paths.ts'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import type { ListSelection } from '../../ui/record-grid/use-selection.ts'
import type { GroupSum, ListGroups } from '../../ui/record-groups/groups.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { totalOf } from '../../ui/list-query.ts'
import { useListPages } from '../../ui/use-list-pages.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import { useDealTotals } from './use-deal-totals.ts'

const DealCell = lazy(() => import('./deal-cell.tsx'))
const editable = ['name', 'customerId', 'probability', 'expectedCloseAt', 'sourceId']
// What is won or lost has no chance any more.
const isSettled = ({ phase }: Opportunity, name: string) =>
  name === 'probability' && (phase === 'won' || phase === 'lost')

type Props = {
  columns: GridColumn<Opportunity>[]
  readable: Fields
  state: ListState
  onChange: (change: Partial<ListState>) => void
  ready: boolean
  selection: ListSelection | undefined
}

// What the totals row says of all deals, a group says of its own.
const money: GroupSum['show'] = (value, format) => format.columnMoney(value, format.reader.currency)
const worth = { amount: 'baseAmount', weightedBase: 'weightedBase' }

const groupsOf = (readable: Fields): ListGroups => {
  const sums = Object.entries(worth).filter(([, field]) => field in readable)
  return {
    list: 'GET /opportunities',
    heads: 'GET /opportunities/aggregate',
    fields: readable,
    sums: Object.fromEntries(sums.map(([column, field]) => [column, { measure: `sum:${field}`, show: money }])),
  }
}

export function OpportunityTable({ columns, readable, state, onChange, ready, selection }: Props) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const groups = groupsOf(readable)
  const query = useListPages<Opportunity>(groups, state, ready)
  const { baseAmount, weightedBase } = useDealTotals(state)
  const sum = (value: string | undefined) => value && format.columnMoney(value, format.reader.currency)
  return (
    <>
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={onChange}
        nameOf={(deal) => deal.name}
        hrefOf={(deal) => recordPath('opportunities', deal.id)}
        totals={{ amount: sum(baseAmount), weightedBase: sum(weightedBase) }}
        empty={
          <EmptyState icon={IconTarget} title={t(($) => $.emptyTitle)}>
            {t(($) => $.emptyText)}
          </EmptyState>
        }
        groups={groups}
        cells={useEditableCells('opportunities', editable, DealCell, isSettled)}
        selection={selection}
        walk="GET /opportunities"
        peekAs="opportunity"
      />
      <BulkBar entity="opportunities" selection={selection} total={totalOf(query)} state={state} />
    </>
  )
}

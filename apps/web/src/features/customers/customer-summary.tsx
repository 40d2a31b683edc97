/** Beside the title: how many of these customers nothing is planned for, and how many nobody was in touch with; each shows them. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { isCondition, type Filter } from '@rapport/domain/filter/filter.ts'
import { useTranslation } from 'react-i18next'
import { DeletedCount } from '../../app/deleted-count.tsx'
import { flatConditions, joinFilters, type ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import { totalOf, type ListQuery } from '../../ui/list-query.ts'
import { ListSummary, SummaryFigure } from '../../ui/list-summary.tsx'
import { useGaps } from './customer-sums.tsx'
import type { Customer } from './customers.queries.ts'

type Props = {
  query: ListQuery<Customer>
  state: ListState
  readable: Fields
  onChange: (change: Partial<ListState>) => void
}

type Counted = ReturnType<typeof totalOf<Customer>>

const asks = (name: string) => (part: Filter) => isCondition(part) && part.field === name

export function CustomerSummary({ query, ...props }: Props) {
  return (
    <ListSummary query={query}>
      <Gaps {...props} total={totalOf(query)} />
      <DeletedCount of="customers" />
    </ListSummary>
  )
}

function Gaps({ state, readable, total, onChange }: Omit<Props, 'query'> & { total: Counted }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const parts = flatConditions(state.filter)
  // What the list is about already is not said again.
  const gaps = useGaps(state, readable, total).filter(({ name }) => !parts.some(asks(name)))
  return (
    <>
      {gaps.map(({ name, count }) => (
        <SummaryFigure
          key={name}
          onPress={() => onChange({ filter: joinFilters([...parts, { field: name, op: 'empty' }]) })}
        >
          {t(($) => (name === 'nextActionAt' ? $.withoutStep : $.neverContacted), { shown: format.number(count) })}
        </SummaryFigure>
      ))}
    </>
  )
}

/** What the list of customers comes to: below the whole of it, and beside each group. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { GroupSum, ListGroups } from '../../ui/record-groups/groups.ts'
import { customersTotals } from './customers.queries.ts'

/** The totals row: how many, and how complete on average. */
export function useTotals(state: ListState, readable: Fields, total: { value: number; exact: boolean } | undefined) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { data } = useQuery({ ...customersTotals(state), enabled: 'completeness' in readable })
  const average = data?.groups[0]?.values[0]
  return {
    name: total && <b>{t(($) => $.count, { count: total.value, shown: format.total(total) })}</b>,
    completeness: typeof average === 'string' && t(($) => $.average, { value: format.number(average) }),
  }
}

/** A group says of its customers what the totals row says of all. */
export function useGroups(readable: Fields): ListGroups {
  const { t } = useTranslation('customers')
  const show: GroupSum['show'] = (value, format) => t(($) => $.average, { value: format.number(value) })
  const sums = 'completeness' in readable && { sums: { completeness: { measure: 'avg:completeness', show } } }
  return { list: 'GET /customers', heads: 'GET /customers/aggregate', fields: readable, ...sums }
}

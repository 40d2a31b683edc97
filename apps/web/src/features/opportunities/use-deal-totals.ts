/** How many deals a filter holds and what they are worth; what the reader may not sum is not asked for. */
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { useQuery } from '@tanstack/react-query'
import { useReadable } from '../../app/session.ts'
import { totalsOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

const worth = ['baseAmount', 'weightedBase'] as const
type Worth = (typeof worth)[number]

export type DealTotals = { count: number | undefined } & { [name in Worth]: string | undefined }

export function useDealTotals(
  state: Pick<ListState, 'filter' | 'search'>,
  { of = worth, enabled = true }: { of?: readonly Worth[]; enabled?: boolean } = {},
): DealTotals {
  const readable = useReadable('opportunities', opportunityFields)
  const sums = of.filter((name) => name in readable)
  const measures = ['count', ...sums.map((name) => `sum:${name}`)]
  const { data } = useQuery({ ...totalsOptions('GET /opportunities/aggregate', state, measures), enabled })
  const [count, ...values] = data?.groups[0]?.values ?? []
  const sum = (name: Worth) => {
    const value = sums.includes(name) ? values[sums.indexOf(name)] : undefined
    return typeof value === 'string' ? value : undefined
  }
  return {
    count: typeof count === 'number' ? count : undefined,
    baseAmount: sum('baseAmount'),
    weightedBase: sum('weightedBase'),
  }
}

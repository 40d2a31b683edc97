/** What the list of customers comes to: below the whole of it, and beside each group. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { GroupSum, ListGroups } from '../../ui/record-groups/groups.ts'
import { customersTotals } from './customers.queries.ts'

/** What of a customer may be missing, and is worth saying above the list. */
export const gaps = ['nextActionAt', 'lastActivityAt'] as const
export type Gap = (typeof gaps)[number]

const measured = { openAmount: 'sum:openAmount', completeness: 'avg:completeness' } as const

/** The measures below the columns, by column. */
const sumsOf = (readable: Fields): Partial<typeof measured> =>
  Object.fromEntries(Object.entries(measured).filter(([name]) => name in readable))

type Total = { value: number; exact: boolean } | undefined

/**
 * Asked for by the totals row and by the sentence: one question for both. Only where the list could be counted: what is said of
 * a million customers would be read from each of them.
 */
function useFigures(state: ListState, readable: Fields, total: Total) {
  const measures = [
    'count',
    ...gaps.filter((name) => readable[name]?.filterable).map((name) => `count:${name}`),
    ...Object.values(sumsOf(readable)),
  ]
  const { data } = useQuery({ ...customersTotals(state, measures), enabled: total?.exact === true })
  return (measure: string) => data?.groups[0]?.values[measures.indexOf(measure)]
}

/** How many customers of the list lack each of these; none where that is not known to the reader. */
export function useGaps(state: ListState, readable: Fields, total: Total): { name: Gap; count: number }[] {
  const figure = useFigures(state, readable, total)
  const all = figure('count')
  return gaps.flatMap((name) => {
    const filled = figure(`count:${name}`)
    const count = typeof all === 'number' && typeof filled === 'number' ? all - filled : 0
    return count > 0 ? [{ name, count }] : []
  })
}

/** The totals row: how many, what is open with them, and how complete they are on average. */
export function useTotals(state: ListState, readable: Fields, total: Total) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const figure = useFigures(state, readable, total)
  const open = figure('sum:openAmount')
  const average = figure('avg:completeness')
  return {
    name: total && <b>{t(($) => $.count, { count: total.value, shown: format.total(total) })}</b>,
    openAmount: typeof open === 'string' && format.columnMoney(open, format.reader.currency),
    completeness: typeof average === 'string' && t(($) => $.average, { value: format.number(average) }),
  }
}

/** A group says of its customers what the totals row says of all. */
export function useGroups(readable: Fields): ListGroups {
  const { t } = useTranslation('customers')
  const show: { [column in keyof typeof measured]: GroupSum['show'] } = {
    openAmount: (value, format) => format.columnMoney(value, format.reader.currency),
    completeness: (value, format) => t(($) => $.average, { value: format.number(value) }),
  }
  const sums = Object.entries(sumsOf(readable)).map(([column, measure]): [string, GroupSum] => [
    column,
    { measure, show: show[column as keyof typeof measured] },
  ])
  return {
    list: 'GET /customers',
    heads: 'GET /customers/aggregate',
    fields: readable,
    sums: Object.fromEntries(sums),
  }
}

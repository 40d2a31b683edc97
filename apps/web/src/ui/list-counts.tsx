/**
 * How many records of a list stand out, each counted as far as lists count: under the very condition that shows them, so that a
 * figure and its rows agree.
 */
import { isCondition, type Filter } from '@rapport/domain/filter/filter.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useQueries } from '@tanstack/react-query'
import { countOptions, type ListKey } from '../lib/list-options.ts'
import { flatConditions, joinFilters, type ListState } from '../lib/list-state.ts'
import { useFormat } from '../lib/use-format.ts'
import { SummaryFigure } from './list-summary.tsx'

export type Standout = {
  key: string
  /** The field it says something about. */
  about: string
  conditions: readonly Filter[]
  /** Says a number of them. */
  text: (shown: string) => string
}

type Props = {
  list: ListKey
  of: readonly Standout[]
  state: ListState
  /** How many the list holds. Of one too long to be counted nothing is asked: each of a million would be read. */
  total: { value: number; exact: boolean } | undefined
  /** Those that the reader may read: what rests on others is not said. */
  fields: Fields
  onChange: (change: Partial<ListState>) => void
}

const nameOf = (part: Filter) => (isCondition(part) ? part.field : '')

export function ListCounts({ list, of, total, state: { filter, search }, fields, onChange }: Props) {
  const format = useFormat()
  const parts = flatConditions(filter)
  const said = of.flatMap(({ about, conditions, ...one }) => {
    const known = conditions.every((part) => fields[nameOf(part)]?.filterable)
    // What the list is about already is not said again.
    if (!known || parts.some((part) => nameOf(part) === about)) return []
    const more = conditions.filter((part) => !parts.some((own) => JSON.stringify(own) === JSON.stringify(part)))
    return [{ ...one, filter: joinFilters([...parts, ...more]) }]
  })
  const counts = useQueries({
    queries: said.map((one) => ({
      ...countOptions(list, { filter: one.filter, search }),
      enabled: total?.exact === true,
    })),
  })
  return said.map(({ key, text, filter: narrowed }, at) => {
    const count = counts[at]?.data
    if (!count?.value) return null
    return (
      <SummaryFigure key={key} onPress={() => onChange({ filter: narrowed })}>
        {text(format.total(count))}
      </SummaryFigure>
    )
  })
}

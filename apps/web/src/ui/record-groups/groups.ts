/** A list whose records can stand in groups: where rows and groups come from, and what a group says of its records. */
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import type { ReactNode } from 'react'
import { totalsOptions, type AggregateKey, type ListKey } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'
import type { Format } from '../../lib/use-format.ts'

export type GroupSum = { measure: string; show: (value: string, format: Format) => ReactNode }

export type ListGroups = {
  list: ListKey
  heads: AggregateKey
  /** Those that the reader may read. */
  fields: Fields
  /** Measures of a group, each under its column as the totals stand under it. */
  sums?: Record<string, GroupSum>
}

/** The API names no more groups than these, the largest. */
export const MOST_GROUPS = 1000

/** The one question that names the groups by this field, and says of each how many it holds and what they come to. */
export const headsOptions = ({ heads, sums }: ListGroups, name: string, { filter, search }: ListState) =>
  totalsOptions(heads, { filter, search }, ['count', ...Object.values(sums ?? {}).map(({ measure }) => measure)], name)

export type GroupedBy = { name: string; field: Field }

/** The field that a list says it is grouped by, unless the reader may not group by it. */
export const groupedBy = (groups: ListGroups | undefined, name: string | null): GroupedBy | undefined => {
  const field = name !== null && groups && Object.hasOwn(groups.fields, name) ? groups.fields[name] : undefined
  return name !== null && field?.groupable ? { name, field } : undefined
}

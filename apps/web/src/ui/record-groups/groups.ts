/** A list whose records can stand in groups: where rows and groups come from, and what a group says of its records. */
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import type { ReactNode } from 'react'
import type { AggregateKey, ListKey } from '../../lib/list-options.ts'
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

export type GroupedBy = { name: string; field: Field }

/** The field that a list says it is grouped by, unless the reader may not group by it. */
export const groupedBy = (groups: ListGroups | undefined, name: string | null): GroupedBy | undefined => {
  const field = name !== null && groups && Object.hasOwn(groups.fields, name) ? groups.fields[name] : undefined
  return name !== null && field?.groupable ? { name, field } : undefined
}

/** The usual second line of a list: search, filter chips, sort, groups, columns, row height – all of it in the address. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { ReactNode } from 'react'
import type { ListState } from '../lib/list-state.ts'
import { FilterBar } from './filter-bar/filter-bar.tsx'
import { ListTools } from './list-tools.tsx'
import type { GridColumn } from './record-grid/columns.ts'
import type { ListSelection } from './record-grid/use-selection.ts'

type Props<R> = {
  fields: Fields
  columns: GridColumn<R>[]
  state: ListState
  onChange: (change: Partial<ListState>) => void
  /** The records stand as cards: columns and row height would change nothing. */
  asCards?: boolean
  selection?: ListSelection | undefined
  /** Its records can stand in groups. */
  groupable?: boolean
  /** Before the chips: what is said of the conditions as a whole. */
  lead?: ReactNode
  /** Before the tools: what stands out in the list. */
  children?: ReactNode
}

export function ListBar<R>(props: Props<R>) {
  const { fields, columns, state, onChange, asCards = false, selection, groupable, lead, children } = props
  return (
    <FilterBar
      fields={fields}
      filter={state.filter}
      onFilter={(filter) => onChange({ filter })}
      search={state.search}
      onSearch={(search) => onChange({ search })}
      lead={lead}
    >
      {children}
      <ListTools {...{ columns, state, onChange, asCards, selection }} groupable={groupable ? fields : undefined} />
    </FilterBar>
  )
}

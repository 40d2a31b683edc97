/** A page that is one list: its head with the number of records, the bar of search and filters, the rows, and a panel. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { Suspense, type ReactNode } from 'react'
import type { ListState } from '../lib/list-state.ts'
import { ListBar } from './list-bar.tsx'
import type { ListQuery } from './list-query.ts'
import { PageHead } from './page-head.tsx'
import { FullPage } from './page.tsx'
import type { GridColumn, GridRow } from './record-grid/columns.ts'
import { RecordList } from './record-list.tsx'
import { Total } from './total.tsx'

type Props<R extends GridRow> = {
  title: string
  actions?: ReactNode
  fields: Fields
  columns: GridColumn<R>[]
  query: ListQuery<R>
  state: ListState
  onChange: (change: Partial<ListState>) => void
  nameOf: (row: R) => string
  onOpen: (row: R) => void
  /** Shown when there is nothing at all. */
  empty: ReactNode
  /** The panel of the record that is open. */
  children?: ReactNode
}

export function ListPage<R extends GridRow>(props: Props<R>) {
  const { title, actions, fields, columns, query, state, onChange, nameOf, onOpen, empty, children } = props
  return (
    <FullPage>
      <PageHead title={title} summary={<Total of={query} />} actions={actions} />
      <ListBar fields={fields} columns={columns} state={state} onChange={onChange} />
      <RecordList
        label={title}
        query={query}
        columns={columns}
        state={state}
        onChange={onChange}
        nameOf={nameOf}
        onOpen={onOpen}
        empty={empty}
      />
      <Suspense>{children}</Suspense>
    </FullPage>
  )
}

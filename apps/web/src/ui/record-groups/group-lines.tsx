/** A group as lines of the list: its head and, while it is open, its records as far as they have come. */
import { rowsOf, type ListQuery } from '../list-query.ts'
import type { GridRow } from '../record-grid/columns.ts'
import type { Between, Line } from '../record-grid/lines.ts'
import { GroupHead } from './group-head.tsx'
import type { ListGroups } from './groups.ts'
import type { GroupHead as Head } from './heads.ts'
import type { HeadTick } from './use-group-selection.ts'
import { askAgain, RowsToCome } from './rows-to-come.tsx'

export type Shown = { head: Head; isOpen: boolean }

type Drawing<R> = {
  rows: ReadonlyMap<string, ListQuery<R>>
  nameOf: (head: Head) => string
  turn: (id: string, isOpen: boolean) => void
  sums: ListGroups['sums']
  /** Undefined where nothing can be selected. */
  tickOf: (head: Head) => HeadTick | undefined
}

function headLine<R>({ head, isOpen }: Shown, { nameOf, turn, sums, tickOf }: Drawing<R>): Between {
  const tick = tickOf(head)
  const press = () => turn(head.id, !isOpen)
  const given = { head, name: nameOf(head), isOpen, press, sums, tick }
  const draw: Between['draw'] = (place) => <GroupHead {...given} place={place} />
  return { id: head.id, isBetween: true, press, turn: { isOpen }, draw, ...(tick && { select: tick.press }) }
}

export function groupLines<R extends GridRow>(one: Shown, drawing: Drawing<R>): Line<R>[] {
  const head = headLine(one, drawing)
  if (!one.isOpen) return [head]
  const list = drawing.rows.get(one.head.id)
  const rows = list ? rowsOf(list) : []
  if (list?.isSuccess && !list.hasNextPage) return [head, ...rows]
  const draw: Between['draw'] = (place) => <RowsToCome query={list} place={place} />
  return [head, ...rows, { id: `${head.id} more`, isBetween: true, press: () => askAgain(list), draw }]
}

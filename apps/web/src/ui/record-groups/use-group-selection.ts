/** Selecting whole groups: by what their records have in common, so that those not loaded yet are among them. */
import { groupCondition } from '@rapport/domain/filter/group.ts'
import { useEffect, useMemo } from 'react'
import { rowsOf, type ListQuery } from '../list-query.ts'
import type { GridRow } from '../record-grid/columns.ts'
import type { ListSelection } from '../record-grid/use-selection.ts'
import type { GroupedBy } from './groups.ts'
import type { GroupHead } from './heads.ts'

/** Whether a group is selected, and what a press on its tick box does. */
export type HeadTick = { checked: boolean | 'mixed'; press: () => void; isPicking: boolean }

type Rows<R> = ReadonlyMap<string, ListQuery<R>>

export function useGroupSelection<R extends GridRow>(
  selection: ListSelection | undefined,
  { name, field }: GroupedBy,
  rows: Rows<R>,
  open: (id: string) => void,
) {
  const loaded = useMemo(
    () => new Map([...rows].map(([id, query]) => [id, rowsOf(query).map((row) => row.id)])),
    [rows],
  )
  // A group that is shown no more – the list stands in others – cannot be let go any more either.
  const setParts = selection?.setParts
  useEffect(() => () => setParts?.([]), [setParts])
  return useMemo(() => {
    if (!selection) return { selection, tickOf: () => undefined }
    const { ids, parts, everything, set } = selection
    const whole = parts.flatMap(({ id }) => loaded.get(id) ?? [])
    const shown = { ...ids, ...Object.fromEntries(whole.map((id) => [id, true as const])) }
    const tickOf = (head: GroupHead): HeadTick => {
      const own = loaded.get(head.id) ?? []
      const checked = everything || stateOf(own.filter((id) => shown[id]).length, head, parts)
      const part = { id: head.id, condition: groupCondition(name, field, head.key), count: head.count }
      const now = everything ? [...loaded.values()].flat() : Object.keys(shown)
      const others = now.filter((id) => !own.includes(id))
      const press = () => {
        const rest = parts.filter(({ id }) => id !== head.id)
        const isAlone = Object.keys(ids).length === 0
        // Beside single records it is what is loaded of it: a filter and a choice of records cannot be one selection.
        if (isAlone && !everything) return setParts?.(checked === true ? rest : [...rest, part])
        if (own.length === 0 && !everything) return open(head.id)
        const next = checked === true ? others : [...others, ...own]
        return set(Object.fromEntries(next.map((id) => [id, true as const])))
      }
      return { checked, press, isPicking: selection.picking === true }
    }
    return { selection: { ...selection, ids: shown }, tickOf }
  }, [selection, loaded, name, field, setParts, open])
}

const stateOf = (chosen: number, { id, count }: GroupHead, parts: ListSelection['parts']): boolean | 'mixed' => {
  if (parts.some((part) => part.id === id)) return true
  return chosen === 0 ? false : chosen === count || 'mixed'
}

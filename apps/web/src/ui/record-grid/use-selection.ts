/** Which records of a list are selected: single ones, or everything the filter holds. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { recordAt, recordsOf, type Line } from './lines.ts'
import type { Selection } from './use-grid-table.ts'

export type ListSelection = Selection & {
  /** The selected ids; when `everything` is set, those loaded so far. */
  list: string[]
  /** All records of the filter, also those not loaded. */
  everything: boolean
  takeEverything: () => void
  /** Lets all go, and on a phone opens records with a tap again. */
  clear: () => void
  /** On a phone: begins to select with a tap, or ends it. */
  pick: () => void
}

export function useSelection(): ListSelection {
  const [ids, setIds] = useState<Selection['ids']>({})
  const [everything, setEverything] = useState(false)
  const set = useCallback((next: Selection['ids']) => {
    setEverything(false)
    setIds(next)
  }, [])
  const [picking, setPicking] = useState(false)
  const clear = useCallback(() => {
    set({})
    setPicking(false)
  }, [set])
  const pick = useCallback(() => {
    set({})
    setPicking((now) => !now)
  }, [set])
  const takeEverything = useCallback(() => setEverything(true), [])
  return useMemo(
    () => ({
      ids,
      set,
      everything,
      takeEverything,
      picking,
      pick,
      clear,
      list: Object.keys(ids).filter((id) => ids[id]),
    }),
    [ids, set, everything, takeEverything, picking, pick, clear],
  )
}

/** Toggling one row, or with `range` every row since the last one touched. Of everything, what is loaded stays but for the row let go. */
export function useToggle(rows: Line<{ id: string }>[], selection: Selection | undefined) {
  const last = useRef(0)
  return useCallback(
    (index: number, range: boolean) => {
      const row = recordAt(rows, index)
      if (!selection || !row) return
      const [from, to] = range ? [Math.min(last.current, index), Math.max(last.current, index)] : [index, index]
      const ids = selection.everything ? recordsOf(rows).map(({ id }) => id) : Object.keys(selection.ids)
      const chosen = range || !ids.includes(row.id)
      const touched = recordsOf(rows.slice(from, to + 1)).map(({ id }) => id)
      last.current = index
      const others = ids.filter((id) => !touched.includes(id))
      selection.set(Object.fromEntries([...others, ...(chosen ? touched : [])].map((id) => [id, true as const])))
    },
    [rows, selection],
  )
}

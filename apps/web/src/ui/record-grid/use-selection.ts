/** Which records of a list are selected: single ones, or everything the filter holds. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { isBetween, recordAt, recordsOf, type Line } from './lines.ts'
import type { Part, Selection } from './use-grid-table.ts'

export type ListSelection = Selection & {
  /** The selected ids; when `everything` is set, those loaded so far; none where whole parts are selected. */
  list: string[]
  /** All records of the filter, also those not loaded. */
  everything: boolean
  takeEverything: () => void
  /** Parts selected as a whole; single records beside them make of each what is loaded of it. */
  parts: readonly Part[]
  setParts: (parts: readonly Part[]) => void
  /** Lets all go, and on a phone opens records with a tap again. */
  clear: () => void
  /** On a phone: begins to select with a tap, or ends it. */
  pick: () => void
}

export function useSelection(): ListSelection {
  const [ids, setIds] = useState<Selection['ids']>({})
  const [everything, setEverything] = useState(false)
  const [parts, keepParts] = useState<readonly Part[]>(none)
  const choose = useCallback((next: Selection['ids'], whole: readonly Part[]) => {
    setEverything(false)
    setIds(next)
    keepParts(whole)
  }, [])
  const set = useCallback((next: Selection['ids']) => choose(next, none), [choose])
  const setParts = useCallback((next: readonly Part[]) => choose({}, next), [choose])
  const [picking, setPicking] = useState(false)
  const begin = useCallback(
    (how: (now: boolean) => boolean) => {
      set({})
      setPicking(how)
    },
    [set],
  )
  const clear = useCallback(() => begin(() => false), [begin])
  const pick = useCallback(() => begin((now) => !now), [begin])
  const takeEverything = useCallback(() => setEverything(true), [])
  return useMemo(
    () => ({
      ids,
      set,
      everything,
      takeEverything,
      parts,
      setParts,
      picking,
      pick,
      clear,
      list: Object.keys(ids).filter((id) => ids[id]),
    }),
    [ids, set, everything, takeEverything, parts, setParts, picking, pick, clear],
  )
}

const none: readonly Part[] = []

type Total = { value: number; exact: boolean }

/** How many are selected, of so many that the list holds. */
export const countOf = ({ everything, parts, list }: ListSelection, total: Total | undefined): Total =>
  everything && total ? total : { value: parts.reduce((sum, { count }) => sum + count, list.length), exact: true }

/** Toggling one row, or with `range` every row since the last one touched; a head selects what stands below it. Of everything, what is loaded stays but for the row let go. */
export function useToggle(rows: Line<{ id: string }>[], selection: Selection | undefined) {
  const last = useRef(0)
  return useCallback(
    (index: number, range: boolean) => {
      const line = rows[index]
      if (isBetween(line)) return line.select?.()
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

/** Which groups are open: the first by itself, the others when somebody opens them. Kept while the page is, so that Back finds them so. */
import { useCallback, useState } from 'react'

type Opened = Readonly<Record<string, boolean>>
const kept = new Map<string, Opened>()

/** `place` names the list and what it is grouped by; another one is for another mount. */
export function useOpened(place: string) {
  const [opened, setOpened] = useState<Opened>(() => kept.get(place) ?? {})
  const turn = useCallback(
    (id: string, isOpen: boolean) =>
      setOpened((before) => {
        const next = { ...before, [id]: isOpen }
        kept.set(place, next)
        return next
      }),
    [place],
  )
  return { isOpen: useCallback((id: string, at: number) => opened[id] ?? at === 0, [opened]), turn }
}

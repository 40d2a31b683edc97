/** Files dropped onto a place, which shows that it takes them. */
import { useEffect, useRef } from 'react'
import type { Take } from './add-files.tsx'

/** `find` is asked once, when the place is there. */
export function useDroppedFiles(find: () => HTMLElement | null | undefined, take: Take): void {
  const latest = useRef({ find, take })
  useEffect(() => {
    latest.current = { find, take }
  })
  useEffect(() => {
    const place = latest.current.find()
    if (!place) return
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      place.toggleAttribute('data-over', event.type === 'dragover')
      if (event.type === 'drop') latest.current.take([...event.dataTransfer.files])
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) place.addEventListener(kind, drag)
    return () => kinds.forEach((kind) => place.removeEventListener(kind, drag))
  }, [])
}

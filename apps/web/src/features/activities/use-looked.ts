/** Which activity of the list is open, and whether it was opened to be completed. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useEdited } from '../../lib/use-edited.ts'

export function useLooked() {
  const { edited, edit, close } = useEdited()
  const [completing, setCompleting] = useState<string | null>(null)
  const look = (id: string, complete: boolean) => {
    setCompleting(complete ? id : null)
    edit(id)
  }
  // The columns hold on to it; they are not made anew for each address.
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  const complete = useCallback((id: string) => latest.current(id, true), [])
  return { looked: edited, completing: completing === edited, look, complete, close }
}

/** ⌘↵ sends from anywhere in a form, also from a paragraph where Enter makes a line, but not while a Chinese word is chosen. */
import { useEffect, useRef } from 'react'

/** To be given to the form. What opens from it elsewhere on the page – a menu, a calendar – is not part of it. */
export function useSubmitKey(submit: () => void) {
  const frame = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const node = frame.current
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.isComposing) return
      event.preventDefault() // a button that has the focus is not pressed as well
      submit()
    }
    node?.addEventListener('keydown', press)
    return () => node?.removeEventListener('keydown', press)
  }, [submit])
  return frame
}

/** Pictures and files pasted within a place where nothing inside it takes them: the form one writes in, else the page. */
import { useEffect, useRef } from 'react'
import type { Take } from './add-files.tsx'

type Place = Pick<HTMLElement | Document, 'addEventListener' | 'removeEventListener'>

/** `find` is asked once, when the place is there. Where the clipboard holds text as well, it is the text that is meant. */
export function usePastedFiles(find: () => Place | null | undefined, take: Take): void {
  const latest = useRef({ find, take })
  useEffect(() => {
    latest.current = { find, take }
  })
  useEffect(() => {
    const place = latest.current.find()
    const paste = (event: Event) => {
      const { clipboardData, defaultPrevented } = event as ClipboardEvent
      const files = [...(clipboardData?.files ?? [])]
      if (defaultPrevented || files.length === 0 || clipboardData?.types.includes('text/plain')) return
      event.preventDefault()
      latest.current.take(files)
    }
    place?.addEventListener('paste', paste)
    return () => place?.removeEventListener('paste', paste)
  }, [])
}

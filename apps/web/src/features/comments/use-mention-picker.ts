/** Whom to mention: offered while a name is typed after an @, chosen by keyboard or click. */
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import { readersOf, type Reader, type Target } from './comments.queries.ts'

export function useMentionPicker(target: Target, typed: string | null, choose: (reader: Reader) => void) {
  const [at, setAt] = useState(0)
  const [closed, setClosed] = useState<string | null>(null)
  const open = typed !== null && typed !== closed
  const [asked] = useDebouncedValue(typed, 150)
  const { data } = useQuery(readersOf(target, open ? asked : null))
  const readers = open ? (data ?? []) : []
  const current = Math.min(at, readers.length - 1)
  /** True when the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing || readers.length === 0) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((current + step + readers.length) % readers.length)
    else if (event.key === 'Escape') setClosed(typed)
    else if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab') {
      const reader = readers[current]
      if (reader) choose(reader)
      setAt(0)
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { open: open && data !== undefined, readers, current, onKey }
}

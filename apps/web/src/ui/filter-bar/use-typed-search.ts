/** What is typed into a search, handed on once typing rests; follows a change from outside (Back, “clear filters”). */
import { useEffect, useRef, useState } from 'react'

const REST_MS = 200

export function useTypedSearch(value: string, onChange: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    setTyped(value)
  }
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (typed === value) return undefined
    const timer = setTimeout(() => latest.current(typed), REST_MS)
    return () => clearTimeout(timer)
  }, [typed, value])
  return [typed, setTyped]
}

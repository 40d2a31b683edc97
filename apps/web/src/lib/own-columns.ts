/** The columns somebody chose for a list where no view says which; kept in this browser, like row height. */
import { useSyncExternalStore } from 'react'

const keyOf = (list: string) => `rapport.columns.${list}`
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function stored(list: string): string | null {
  try {
    return localStorage.getItem(keyOf(list))
  } catch {
    return null
  }
}

/** Null shows the usual columns. False when this browser keeps nothing. */
export function setOwnColumns(list: string, columns: string[] | null): boolean {
  try {
    if (columns) localStorage.setItem(keyOf(list), columns.join(','))
    else localStorage.removeItem(keyOf(list))
  } catch {
    return false
  }
  for (const listener of listeners) listener()
  return true
}

export function useOwnColumns(list: string): string[] | null {
  const text = useSyncExternalStore(subscribe, () => stored(list))
  return text === null ? null : text.split(',').filter(Boolean)
}

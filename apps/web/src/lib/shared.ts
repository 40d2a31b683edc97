/**
 * A value that the whole application shares outside of React's tree: set from anywhere, and shown by whoever calls
 * `useValue`.
 */
import { useSyncExternalStore } from 'react'

export type Shared<T> = {
  get: () => T
  set: (next: T) => void
  /** The value, rendered anew with each change. */
  useValue: () => T
}

export function shared<T>(initial: T): Shared<T> {
  let value = initial
  const listeners = new Set<() => void>()
  const get = () => value
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const set = (next: T) => {
    value = next
    for (const listener of listeners) listener()
  }
  return { get, set, useValue: () => useSyncExternalStore(subscribe, get) }
}

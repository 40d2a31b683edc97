/** Opens the sheet of keys from anywhere; its code is loaded when it is first asked for. */
import { lazy, Suspense, useSyncExternalStore } from 'react'

const ShortcutList = lazy(() => import('./shortcut-list.tsx'))

let opened = false
const listeners = new Set<() => void>()
const set = (next: boolean) => {
  opened = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const openShortcuts = (): void => set(true)

export function ShortcutSheet() {
  const open = useSyncExternalStore(subscribe, () => opened)
  if (!open) return null
  return (
    <Suspense>
      <ShortcutList onClose={() => set(false)} />
    </Suspense>
  )
}

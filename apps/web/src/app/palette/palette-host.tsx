/** Opens the palette from anywhere; its code is loaded when it is first asked for. */
import { lazy, Suspense, useSyncExternalStore } from 'react'

const Palette = lazy(() => import('./palette.tsx'))

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

export const openPalette = (): void => set(true)

export function PaletteHost() {
  const open = useSyncExternalStore(subscribe, () => opened)
  if (!open) return null
  return (
    <Suspense>
      <Palette onClose={() => set(false)} />
    </Suspense>
  )
}

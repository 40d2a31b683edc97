/** What may be opened from anywhere, by a key or a button: its code is loaded when it is first asked for. */
import { lazy, Suspense, type ComponentType } from 'react'
import { shared } from '../lib/shared.ts'

type Dialog = ComponentType<{ onClose: () => void }>

/** `open` shows it; `Host` stands once in the shell and is where it appears. */
export function onCall(load: () => Promise<{ default: Dialog }>): { open: () => void; Host: ComponentType } {
  const Content = lazy(load)
  const opened = shared(false)
  function Host() {
    if (!opened.useValue()) return null
    return (
      <Suspense>
        <Content onClose={() => opened.set(false)} />
      </Suspense>
    )
  }
  return { open: () => opened.set(true), Host }
}

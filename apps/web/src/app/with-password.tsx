/**
 * What widens rights needs a password entered minutes ago. The server says so (403 `auth.stale`); here the password is
 * asked for and the same thing is tried again.
 */
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isProblem } from '../lib/problem.ts'

const PasswordDialog = lazy(() => import('./password-dialog.tsx'))

type Answer = (confirmed: boolean) => void
let asked: Answer | null = null
const listeners = new Set<() => void>()
const change = (next: Answer | null) => {
  asked = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Does it, after a password where one is needed. Who thinks better of it gets the refusal. */
export async function withPassword<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!isProblem(error, 'auth.stale')) throw error
    const confirmed = await new Promise<boolean>((answer) => change(answer))
    if (!confirmed) throw error
    return await act()
  }
}

export function PasswordHost() {
  const answer = useSyncExternalStore(subscribe, () => asked)
  if (!answer) return null
  const close = (confirmed: boolean) => {
    change(null)
    answer(confirmed)
  }
  return (
    <Suspense>
      <PasswordDialog onAnswer={close} />
    </Suspense>
  )
}

/**
 * What widens rights needs a password entered minutes ago. The server says so (403 `auth.stale`); here the password is
 * asked for and the same thing is tried again.
 */
import { lazy, Suspense } from 'react'
import { isProblem } from '../lib/problem.ts'
import { shared } from '../lib/shared.ts'

const PasswordDialog = lazy(() => import('./password-dialog.tsx'))

type Answer = (confirmed: boolean) => void
const asked = shared<Answer | null>(null)

/** Does it, after a password where one is needed. Who thinks better of it gets the refusal. */
export async function withPassword<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!isProblem(error, 'auth.stale')) throw error
    const confirmed = await new Promise<boolean>((answer) => asked.set(answer))
    if (!confirmed) throw error
    return await act()
  }
}

export function PasswordHost() {
  const answer = asked.useValue()
  if (!answer) return null
  const close = (confirmed: boolean) => {
    asked.set(null)
    answer(confirmed)
  }
  return (
    <Suspense>
      <PasswordDialog onAnswer={close} />
    </Suspense>
  )
}

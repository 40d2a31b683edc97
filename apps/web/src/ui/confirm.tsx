/**
 * A question before what cannot be undone, or that needs a reason: `const reason = await ask({ … })`. Everything else
 * happens at once and offers undo.
 */
import { lazy, Suspense } from 'react'
import { shared } from '../lib/shared.ts'

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx'))

export type Question = {
  title: string
  text?: string
  /** The verb on the button; it names what will happen. */
  confirm: string
  danger?: boolean
  /** Asks for a text; the answer is that text. */
  reason?: { label: string; required?: boolean; max?: number }
  /** Done while the dialog waits: refused, it says why and keeps what was typed. Without it the answer is all. */
  act?: (reason: string) => Promise<unknown>
}
type Asked = Question & { answer: (value: string | null) => void }

const asked = shared<Asked | null>(null)

/** The reason given (or an empty text), once it is done; null when the person thought better of it. */
export const ask = (question: Question): Promise<string | null> =>
  new Promise((answer) => asked.set({ ...question, answer }))

export function ConfirmHost() {
  const question = asked.useValue()
  if (!question) return null
  const answer = (value: string | null) => {
    asked.set(null)
    question.answer(value)
  }
  return (
    <Suspense>
      <ConfirmDialog key={question.title} question={question} onAnswer={answer} />
    </Suspense>
  )
}

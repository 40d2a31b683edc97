/** Shows the question a move asks; stands once on every screen that moves deals. */
import { lazy, Suspense } from 'react'
import { useDealQuestion } from './deal-dialogs.ts'

const LossDialog = lazy(() => import('./loss-dialog.tsx'))
const OverrideDialog = lazy(() => import('./override-dialog.tsx'))

export function DealQuestion() {
  const question = useDealQuestion()
  if (!question) return null
  return (
    <Suspense>
      {question.kind === 'loss' ? <LossDialog question={question} /> : <OverrideDialog question={question} />}
    </Suspense>
  )
}

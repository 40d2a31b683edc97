/** Shows the panel of the record that is being handed over; stands once in the shell. */
import { lazy, Suspense } from 'react'
import { closeHandOver, useHandedOver } from './hand-over.ts'

const HandOverPanel = lazy(() => import('./hand-over-panel.tsx'))

export function HandOverHost() {
  const owned = useHandedOver()
  if (!owned) return null
  return (
    <Suspense>
      <HandOverPanel key={owned.id} owned={owned} onClose={closeHandOver} />
    </Suspense>
  )
}

/** Loads the dialog that names a view when it is first wanted. */
import { lazy, Suspense } from 'react'
import type { ViewActs } from './use-view-acts.ts'
import type { Views } from './use-views.ts'

const ViewDialog = lazy(() => import('./view-dialog.tsx'))

export function ViewHost({ of, acts }: { of: Views; acts: ViewActs }) {
  if (!acts.naming) return null
  return (
    <Suspense>
      <ViewDialog entity={of.entity} naming={acts.naming} onMade={of.open} onClose={acts.close} />
    </Suspense>
  )
}

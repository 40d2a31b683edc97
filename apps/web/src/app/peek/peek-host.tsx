/** A record beside whatever page one is on, as its address says; on a phone the record's own page. */
import { lazy, Suspense } from 'react'
import { Navigate } from 'react-router'
import { loadTexts } from '../../lib/i18n.ts'
import { peekNouns, usePeek } from '../../lib/peek.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { recordPath } from '../paths.ts'

const PeekPanel = lazy(async () => {
  const [panel] = await Promise.all([
    import('./peek-panel.tsx'),
    loadTexts('customers', 'contacts', 'opportunities', 'activities', 'comments'),
  ])
  return panel
})

export function PeekHost() {
  const { peeked } = usePeek()
  const phone = useIsPhone()
  if (!peeked) return null
  if (phone) return <Navigate to={recordPath(peekNouns[peeked.as], peeked.id)} replace />
  return (
    <Suspense>
      <PeekPanel peeked={peeked} />
    </Suspense>
  )
}

/** The composer of a record, whose entries take files along. */
import { lazy, Suspense, type ComponentProps } from 'react'
import { useLocation } from 'react-router'
import { Composer, type Along } from '../../features/activities/composer.tsx'
import { beginIn } from '../../lib/begin.ts'

// The page of a record is heavy as it is, and most entries have no files.
const ComposedFiles = lazy(() => import('../../features/attachments/composed-files.tsx'))
const size = 'var(--rp-control-height)' // of its button, so that nothing moves when it comes

const Files = (props: Along) => (
  <Suspense fallback={<span style={{ width: size, height: size }} />}>
    <ComposedFiles {...props} />
  </Suspense>
)

export function ComposerOf(props: Omit<ComponentProps<typeof Composer>, 'along' | 'begin'>) {
  const { state, key } = useLocation()
  const what = beginIn(state)
  return <Composer {...props} begin={what && { what, key }} along={Files} />
}

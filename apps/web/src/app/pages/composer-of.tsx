/** The composer of a record, whose entries take files along. */
import { lazy, Suspense, type ComponentProps } from 'react'
import { Composer, type Along } from '../../features/activities/composer.tsx'

// The page of a record is heavy as it is, and most entries have no files.
const ComposedFiles = lazy(() => import('../../features/attachments/composed-files.tsx'))
const size = 'var(--rp-control-height)' // of its button, so that nothing moves when it comes

const Files = (props: Along) => (
  <Suspense fallback={<span style={{ width: size, height: size }} />}>
    <ComposedFiles {...props} />
  </Suspense>
)

export const ComposerOf = (props: Omit<ComponentProps<typeof Composer>, 'along'>) => (
  <Composer {...props} along={Files} />
)

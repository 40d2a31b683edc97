/** The composer of a record, whose entries take files along. */
import { lazy, Suspense, type ComponentProps } from 'react'
import { Composer } from '../../features/activities/composer.tsx'

// The page of a record is heavy as it is, and most entries have no files.
const ComposedFiles = lazy(() => import('../../features/attachments/composed-files.tsx'))
const size = 'var(--rp-control-height)' // of its button, so that nothing moves when it comes

type Props = Omit<ComponentProps<typeof Composer>, 'along'>

export const ComposerOf = (props: Props) => (
  <Composer
    {...props}
    along={(hold) => (
      <Suspense fallback={<span style={{ width: size, height: size }} />}>
        <ComposedFiles place={Object.values(props.about).join()} hold={hold} />
      </Suspense>
    )}
  />
)

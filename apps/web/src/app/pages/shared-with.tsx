/** Whom a record is shared with, loaded once its page stands. */
import { lazy, Suspense } from 'react'
import type { Shared } from '../../features/collaborators/collaborators.queries.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { Coming } from '../../ui/coming.tsx'

const RecordCollaborators = lazy(async () => {
  const [loaded] = await Promise.all([
    import('../../features/collaborators/record-collaborators.tsx'),
    loadTexts('collaborators'),
  ])
  return loaded
})

type Props = { noun: Shared['noun']; record: Omit<Shared, 'noun'> }

export const SharedWith = ({ noun, record: { id, version, can } }: Props) => (
  <Suspense fallback={<Coming />}>
    <RecordCollaborators shared={{ noun, id, version, can }} />
  </Suspense>
)

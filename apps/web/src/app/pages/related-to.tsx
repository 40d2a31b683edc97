/** How a record is related to others, loaded once its page stands. */
import { lazy, Suspense } from 'react'
import type { Related } from '../../features/relations/relations.queries.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { Coming } from '../../ui/coming.tsx'

const RecordRelations = lazy(async () => {
  const [loaded] = await Promise.all([import('../../features/relations/record-relations.tsx'), loadTexts('relations')])
  return loaded
})

type Props = { of: Related['of']; record: Omit<Related, 'of'> }

export const RelatedTo = ({ of, record: { id, version, can } }: Props) => (
  <Suspense fallback={<Coming />}>
    <RecordRelations related={{ of, id, version, can }} />
  </Suspense>
)

/** The files of a record, which come with the answers of the API and not with the page. */
import { lazy, Suspense } from 'react'
import type { Target } from '../../features/attachments/attachments.queries.ts'
import { Coming } from '../../ui/coming.tsx'

const RecordFiles = lazy(async () => ({
  default: (await import('../../features/attachments/record-files.tsx')).RecordFiles,
}))

export const FilesOf = ({ type, id }: Target) => (
  <Suspense fallback={<Coming />}>
    <RecordFiles key={id} target={{ type, id }} />
  </Suspense>
)

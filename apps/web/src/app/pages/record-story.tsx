/** What people say about a record, and below it what was done and what happened. */
import { lazy, Suspense } from 'react'
import type { Subject } from '../../features/timelines/timelines.queries.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { RecordTimeline } from './record-timeline.tsx'

// The page of a record is heavy as it is; what is said about it comes with the answers of the API.
const RecordComments = lazy(async () => ({
  default: (await import('../../features/comments/record-comments.tsx')).RecordComments,
}))

const types = { customers: 'customer', contacts: 'contact', opportunities: 'opportunity' } as const

export const RecordStory = ({ subject }: { subject: Subject }) => (
  <>
    <Suspense fallback={<Waiting rows={2} />}>
      <RecordComments target={{ type: types[subject.noun], id: subject.id }} />
    </Suspense>
    <RecordTimeline subject={subject} />
  </>
)

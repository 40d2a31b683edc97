/** What people say about a record, and below it what was done and what happened. */
import { RecordComments } from '../../features/comments/record-comments.tsx'
import type { Subject } from '../../features/timelines/timelines.queries.ts'
import { RecordTimeline } from './record-timeline.tsx'

const types = { customers: 'customer', contacts: 'contact', opportunities: 'opportunity' } as const

export const RecordStory = ({ subject }: { subject: Subject }) => (
  <>
    <RecordComments target={{ type: types[subject.noun], id: subject.id }} />
    <RecordTimeline subject={subject} />
  </>
)

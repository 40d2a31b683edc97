/** One timeline of a record: what was done for it and what happened to it, newest first; what is being sent stands on top. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { About } from '../../features/activities/activities.queries.ts'
import { useActivityEntry } from '../../features/activities/activity-entry.tsx'
import { useSendingEntries } from '../../features/activities/sending.tsx'
import { useCommentEntry } from '../../features/comments/comment-entry.tsx'
import { useEventEntry } from '../../features/events/event-entry.tsx'
import { HistoryButton } from '../../features/events/history-button.tsx'
import { KindMenu } from '../../features/timelines/kind-menu.tsx'
import { PersonMenu } from '../../features/timelines/person-menu.tsx'
import { timelineOf, type Entry, type Subject } from '../../features/timelines/timelines.queries.ts'
import { rowsOf } from '../../ui/list-query.ts'
import { Section } from '../../ui/section.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import { Pending } from '../../ui/pending.tsx'
import { fieldsOf } from '../fields-of.ts'
import { useMay, useMe } from '../session.ts'

const EntryFiles = lazy(() => import('../../features/attachments/entry-files.tsx'))
const LINE = 40 // of one file, so that what stands below does not move when they come

const filesOf = ({ files = [] }: Entry): Pick<TimelineEntry, 'below'> =>
  files.length === 0
    ? {}
    : {
        below: (
          <Suspense fallback={<div style={{ height: files.length * (LINE + 4) - 4 }} />}>
            <EntryFiles files={files} />
          </Suspense>
        ),
      }

const abouts: Record<Subject['noun'], (id: string) => About> = {
  customers: (customerId) => ({ customerId }),
  contacts: (contactId) => ({ contactId }),
  opportunities: (opportunityId) => ({ opportunityId }),
}
/** The record as an activity names it. */
export const aboutOf = ({ noun, id }: Subject): About => abouts[noun](id)

/** Entries as the timeline shows them. What was said about this very record stands above, with its answers; it comes here when it is asked for. */
export function useEntries({ id }: Subject, narrowed: string): (entry: Entry) => TimelineEntry[] {
  const [activityEntry, eventEntry] = [useActivityEntry(id), useEventEntry(fieldsOf, id)]
  const commentEntry = useCommentEntry(id)
  return (entry) => {
    const { activity, event, comment } = entry
    return [
      ...(activity ? [{ ...activityEntry(activity), ...filesOf(entry) }] : []),
      ...(event ? [eventEntry(event)] : []),
      ...(comment && (narrowed !== '' || comment.targetId !== id) ? [commentEntry(comment)] : []),
    ]
  }
}

/** What is pinned stands apart, unless something is looked for: then each stands in its place. */
function useTold(subject: Subject, kinds: string, by: string) {
  const isWhole = kinds + by === ''
  const query = useInfiniteQuery(timelineOf(subject, kinds, by, isWhole ? 'false' : ''))
  const apart = useInfiniteQuery({ ...timelineOf(subject, '', '', 'true'), enabled: isWhole })
  // Both at once, so that nothing moves.
  return { query, pinned: isWhole ? rowsOf(apart) : [], waitsFor: query.data && isWhole ? apart : query }
}

export function RecordTimeline({ subject }: { subject: Subject }) {
  const { t } = useTranslation()
  const may = useMay()
  const [kinds, setKinds] = useState('')
  const [by, setBy] = useState('')
  const { user } = useMe()
  const { query, pinned, waitsFor } = useTold(subject, kinds, by)
  const entriesOf = useEntries(subject, kinds + by)
  const rows = rowsOf(query)
  const sending = useSendingEntries(aboutOf(subject), (id) => rows.some((row) => row.id === id))
  const shown = by === '' || by === user.id ? sending : []
  const label = t(($) => $.timeline.title)
  return (
    <Section
      bare
      title={label}
      aside={
        <>
          <PersonMenu of={subject.id} rows={rows} value={by} onChange={setBy} />
          <KindMenu value={kinds} onChange={setKinds} activities={may('activities.read')} />
          <HistoryButton subject={subject} />
        </>
      }
    >
      <Pending of={waitsFor} rows={4} />
      {waitsFor.data && (
        <Timeline
          label={label}
          pinned={pinned.flatMap(entriesOf)}
          entries={[...shown, ...rows.flatMap(entriesOf)]}
          {...((kinds || by) && { empty: t(($) => (by ? $.timeline.noneBy : $.timeline.noneOfKind)) })}
          hasMore={query.hasNextPage}
          busy={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
    </Section>
  )
}

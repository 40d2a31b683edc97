/** One timeline of a record: what was done for it and what happened to it, newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { doneFor, type About } from '../../features/activities/activities.queries.ts'
import { useActivityEntry } from '../../features/activities/activity-entry.tsx'
import { useEventEntry } from '../../features/events/event-entry.tsx'
import { eventsOf, type Subject } from '../../features/events/events.queries.ts'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { rowsOf, type ListQuery } from '../../ui/list-query.ts'
import { Section } from '../../ui/section.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { fieldsOf } from '../fields-of.ts'
import { useMay } from '../session.ts'
import { mergeTimelines, type Stream } from './merge-timelines.ts'

const abouts: Record<Subject['noun'], (id: string) => About> = {
  customers: (customerId) => ({ customerId }),
  contacts: (contactId) => ({ contactId }),
  opportunities: (opportunityId) => ({ opportunityId }),
}
/** The record as an activity names it. */
export const aboutOf = ({ noun, id }: Subject): About => abouts[noun](id)

type Rows<R> = ListQuery<R>
const streamOf = <R,>(query: Rows<R>, entryOf: (row: R) => TimelineEntry): Stream<TimelineEntry> => ({
  entries: rowsOf(query).map(entryOf),
  hasMore: query.hasNextPage || (query.isPending && query.fetchStatus !== 'idle'),
})

function useStreams(subject: Subject) {
  const mayRead = useMay()('activities.read')
  const done = useInfiniteQuery({ ...doneFor(aboutOf(subject)), enabled: mayRead })
  const events = useInfiniteQuery(eventsOf(subject))
  const [activityEntry, eventEntry] = [useActivityEntry(), useEventEntry(fieldsOf)]
  const merged = mergeTimelines([streamOf(done, activityEntry), streamOf(events, eventEntry)])
  const queries = [done, events]
  const more = () => {
    for (const [at, query] of queries.entries()) if (merged.wanting[at] && query.hasNextPage) void query.fetchNextPage()
  }
  return { entries: merged.entries, more, queries }
}

export function RecordTimeline({ subject }: { subject: Subject }) {
  const { t } = useTranslation()
  const { entries, more, queries } = useStreams(subject)
  const label = t(($) => $.timeline.title)
  const broken = queries.find((query) => query.isError)
  const waiting = queries.some((query) => query.isPending && query.fetchStatus !== 'idle')
  return (
    <Section bare title={label}>
      {broken && <QueryProblem error={broken.error} retry={() => void broken.refetch()} />}
      {waiting && !broken ? (
        <Waiting rows={4} />
      ) : (
        <Timeline
          label={label}
          entries={entries}
          hasMore={queries.some((query) => query.hasNextPage)}
          busy={queries.some((query) => query.isFetchingNextPage)}
          onMore={more}
        />
      )}
    </Section>
  )
}

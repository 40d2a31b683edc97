/** What every quick look has in common: what is next, and what happened last. */
import { useInfiniteQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NextSteps } from '../../features/activities/next-steps.tsx'
import { timelineOf, type Subject } from '../../features/timelines/timelines.queries.ts'
import { rowsOf } from '../../ui/list-query.ts'
import { Section } from '../../ui/section.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { Pending } from '../../ui/pending.tsx'
import { aboutOf, useEntries } from '../pages/record-timeline.tsx'
import { useMay } from '../session.ts'

const LATEST = 5

function Latest({ subject }: { subject: Subject }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(timelineOf(subject, ''))
  // Nothing stands above here that would hold what was said.
  const entriesOf = useEntries(subject, 'all')
  const title = t(($) => $.peek.latest)
  return (
    <Section bare title={title}>
      <Pending of={query} rows={3} />
      {query.data && <Timeline label={title} entries={rowsOf(query).flatMap(entriesOf).slice(0, LATEST)} />}
    </Section>
  )
}

/** What every noun shows in the same order. */
export function Look({ subject, head, children }: { subject: Subject; head: ReactNode; children: ReactNode }) {
  const mayRead = useMay()('activities.read')
  return (
    <>
      {head}
      {mayRead && <NextSteps about={aboutOf(subject)} />}
      <Latest subject={subject} />
      {children}
    </>
  )
}

export function Read<R>({ query, children }: { query: UseQueryResult<R>; children: (record: R) => ReactNode }) {
  return query.data === undefined ? <Pending of={query} /> : children(query.data)
}

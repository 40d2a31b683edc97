/** Who changed what of a record from which value to which, and when; narrowed by person, time and what was done. */
import { eventFields } from '@rapport/domain/features/events/events.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allFieldsOf } from '../../app/all-fields.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar/filter-bar.tsx'
import { rowsOf } from '../../ui/list-query.ts'
import { Panel } from '../../ui/panel.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { Pending } from '../../ui/pending.tsx'
import { useEventEntry } from './event-entry.tsx'
import { usePartNames } from './event-names.ts'
import { historyOf, type Subject } from './events.queries.ts'
import styles from './history-panel.module.css'

const { actorId, at, action } = eventFields

function Entries({ subject, filter }: { subject: Subject; filter: Filter | undefined }) {
  const { t } = useTranslation('events')
  const query = useInfiniteQuery(historyOf(subject, filter))
  const entryOf = useEventEntry(allFieldsOf, subject.id, usePartNames())
  if (!query.data) return <Pending of={query} />
  return (
    <Timeline
      label={t(($) => $.history)}
      entries={rowsOf(query).map(entryOf)}
      empty={t(($) => (filter ? $.noMatch : $.none))}
      hasMore={query.hasNextPage}
      busy={query.isFetchingNextPage}
      onMore={() => void query.fetchNextPage()}
    />
  )
}

export default function HistoryPanel({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t } = useTranslation('events')
  const may = useMay()
  const [filter, setFilter] = useState<Filter>()
  // Who may not read people could not choose one.
  const fields: Fields = may('users.read') ? { actorId, at, action } : { at, action }
  return (
    <Panel opened onClose={onClose} title={t(($) => $.history)} width={560}>
      <div className={styles.panel}>
        <FilterBar fields={fields} filter={filter} onFilter={setFilter} />
        <div className={styles.padded}>
          <Entries subject={subject} filter={filter} />
        </div>
        {may('audit.read') && (
          <ButtonLink small tone="quiet" to={paths.auditOf(subject)} className={styles.more}>
            {t(($) => $.inTrail)}
          </ButtonLink>
        )}
      </div>
    </Panel>
  )
}

/** A job in full: how it ended, and the records it left as they were, each with the reason. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths, recordPath } from '../../app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Pending } from '../../ui/pending.tsx'
import { JobLine } from './job-line.tsx'
import { faultsQuery, jobQuery, type Fault, type Job } from './jobs.queries.ts'
import styles from './jobs.module.css'

// Products have no page of their own; their list opens them.
const addressOf = (entity: string, id: string) => (entity === 'products' ? paths.products : recordPath(entity, id))

function One({ job, fault, onClose }: { job: Job; fault: Fault; onClose: () => void }) {
  const { t } = useTranslation('jobs')
  return (
    <li>
      {fault.record ? (
        <Link to={addressOf(job.entity, fault.record.id)} onClick={onClose}>
          {fault.record.label}
        </Link>
      ) : (
        <b>{t(($) => $.hidden)}</b>
      )}
      <span>{fault.message}</span>
    </li>
  )
}

function Faults({ job, onClose }: { job: Job; onClose: () => void }) {
  const { t } = useTranslation('jobs')
  const query = useInfiniteQuery(faultsQuery(job))
  const faults = query.data?.pages.flatMap(({ items }) => items) ?? []
  if (!query.data) return <Pending of={query} />
  return (
    <section>
      <h3>{t(($) => (job.kept > 0 ? $.faultsUndo : $.faults))}</h3>
      <ul className={styles.faults}>
        {faults.map((fault) => (
          <One key={fault.rowNo} job={job} fault={fault} onClose={onClose} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button small tone="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t(($) => $.more)}
        </Button>
      )}
    </section>
  )
}

export default function JobPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('jobs')
  const query = useQuery(jobQuery(id))
  const job = query.data
  return (
    <Panel opened onClose={onClose} title={t(($) => $.tray)}>
      <Pending of={query} />
      {job && (
        <div className={styles.panel}>
          <JobLine job={job} />
          {job.errorsUrl && <Faults job={job} onClose={onClose} />}
        </div>
      )}
    </Panel>
  )
}

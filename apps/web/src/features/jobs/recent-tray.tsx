/**
 * In the head of the shell: what was done within a day and can be taken back, what goes on in the background or went on
 * within that day, and files that are kept.
 */
import { Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs, type Act } from '../../lib/acts.ts'
import { IconButton } from '../../ui/button.tsx'
import { ActLine } from './act-line.tsx'
import { JobLine } from './job-line.tsx'
import { isBusy, recentJobs, type Job } from './jobs.queries.ts'
import styles from './jobs.module.css'

const DAY = 24 * 3_600_000
const isOfToday = (at: number) => Date.now() - at < DAY
const isRecent = ({ createdAt, can }: Job) => can.download || isOfToday(Date.parse(createdAt))

type Entry = { at: number; job: Job; act?: never } | { at: number; act: Act; job?: never }

/** Of acts and jobs together, the newest first; what a job did stands with the job. */
function useEntries(jobs: Job[]): Entry[] {
  const acts = useActs().filter(({ jobId, at }) => !jobId && isOfToday(at))
  return [
    ...jobs.map((job) => ({ at: Date.parse(job.createdAt), job })),
    ...acts.map((act) => ({ at: act.at, act })),
  ].toSorted((one, other) => other.at - one.at)
}

function Entries({ of, onView }: { of: Entry[]; onView: () => void }) {
  return (
    <div className={styles.list}>
      {of.map(({ job, act }) =>
        job ? <JobLine key={job.id} job={job} onView={onView} /> : <ActLine key={act.id} act={act} />,
      )}
    </div>
  )
}

export default function RecentTray() {
  const { t } = useTranslation('jobs')
  const [opened, setOpened] = useState(false)
  const { data = [] } = useQuery(recentJobs)
  const jobs = data.filter(isRecent)
  const entries = useEntries(jobs)
  const count = jobs.filter(isBusy).length
  if (entries.length === 0) return null
  return (
    <span className={styles.tray}>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus>
        <Popover.Target>
          <IconButton
            icon={IconHistory}
            label={count > 0 ? t(($) => $.trayBusy, { count }) : t(($) => $.tray)}
            onClick={() => setOpened(!opened)}
          />
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t(($) => $.tray)}>
          <div className={styles.heading}>{t(($) => $.recent)}</div>
          <Entries of={entries} onView={() => setOpened(false)} />
        </Popover.Dropdown>
      </Popover>
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {count}
        </span>
      )}
    </span>
  )
}

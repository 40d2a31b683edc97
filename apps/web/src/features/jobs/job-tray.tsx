/** In the head of the shell: what goes on in the background, and what went on in the last day, and files that are kept. */
import { Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconStackPush } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import { JobLine } from './job-line.tsx'
import { isBusy, recentJobs, type Job } from './jobs.queries.ts'
import styles from './jobs.module.css'

const DAY = 24 * 3_600_000
const isRecent = ({ createdAt, can }: Job) => can.download || Date.now() - Date.parse(createdAt) < DAY

export default function JobTray() {
  const { t } = useTranslation('jobs')
  const [opened, setOpened] = useState(false)
  const { data = [] } = useQuery(recentJobs)
  const jobs = data.filter(isRecent)
  const count = jobs.filter(isBusy).length
  if (jobs.length === 0) return null
  return (
    <span className={styles.tray}>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus>
        <Popover.Target>
          <IconButton
            icon={IconStackPush}
            label={count > 0 ? t(($) => $.trayBusy, { count }) : t(($) => $.tray)}
            onClick={() => setOpened(!opened)}
          />
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t(($) => $.tray)}>
          <div className={styles.heading}>{t(($) => $.recent)}</div>
          <div className={styles.list}>
            {jobs.map((job) => (
              <JobLine key={job.id} job={job} onView={() => setOpened(false)} />
            ))}
          </div>
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

/** One job: what it is, how far it has come or how it ended, and what can be done with it. */
import { Progress } from '../../ui/progress.tsx'
import { JobActs } from './job-acts.tsx'
import { useJobWords } from './job-words.ts'
import { isBusy, type Job } from './jobs.queries.ts'
import styles from './jobs.module.css'

export function JobLine({ job, onView }: { job: Job; onView?: () => void }) {
  const wordsOf = useJobWords()
  const words = wordsOf(job)
  return (
    <div className={styles.line}>
      <span className={styles.title}>{job.title}</span>
      {isBusy(job) && <Progress label={words} done={job.done} total={job.total} />}
      <span className={styles.result}>{words}</span>
      <JobActs job={job} {...(onView && { onView })} />
    </div>
  )
}

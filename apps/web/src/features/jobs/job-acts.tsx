/** What can be done with a job now. */
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button, FileLink } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { openedJob, useStopJob, useUndoJob, type Job } from './jobs.queries.ts'
import styles from './jobs.module.css'

type Props = {
  job: Job
  /** Absent where its panel is open already. */
  onView?: () => void
}

export function JobActs({ job, onView }: Props) {
  const { t } = useTranslation('jobs')
  const textOf = useProblemText()
  const stop = useStopJob()
  const undo = useUndoJob()
  const onError = (error: unknown) => toast(textOf(error), { tone: 'problem' })
  const view = () => {
    openedJob.set(job.id)
    onView?.()
  }
  return (
    <div className={styles.acts}>
      {job.can.cancel && (
        <Button small tone="quiet" busy={stop.isPending} onClick={() => stop.mutate(job.id, { onError })}>
          {t(($) => $.stop)}
        </Button>
      )}
      {job.can.undo && (
        <Button small tone="quiet" busy={undo.isPending} onClick={() => undo.mutate(job.id, { onError })}>
          {t(($) => $.undo)}
        </Button>
      )}
      {job.can.download && job.fileUrl && (
        <FileLink small tone="quiet" href={job.fileUrl}>
          {t(($) => $.download)}
        </FileLink>
      )}
      {onView && job.errorsUrl && (
        <Button small tone="quiet" onClick={view}>
          {t(($) => $.view)}
        </Button>
      )}
    </div>
  )
}

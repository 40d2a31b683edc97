/** One notice: what happened, when, the way there, and a dot while it is unread. */
import { IconMail, IconMailOpened } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths, recordPath } from '../../app/paths.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { IconButton } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { When } from '../../ui/when.tsx'
import { openedJob } from '../jobs/jobs.queries.ts'
import { NoticeWords } from './notice-words.tsx'
import { useMark, type Notification } from './notifications.queries.ts'
import styles from './notifications.module.css'

type Props = { notice: Notification; onLeave?: () => void }

/** Where it leads: a page, or the panel of a job. */
function Way({ notice, onLeave, onFollow }: Props & { onFollow: () => void }) {
  const { page } = notice.target ?? { page: null }
  const words = <NoticeWords notice={notice} />
  const follow = () => {
    onFollow()
    onLeave?.()
  }
  if (notice.kind === 'digest')
    return (
      <Link to={paths.inbox} className={styles.words} onClick={follow}>
        {words}
      </Link>
    )
  if (!page) return <span className={styles.words}>{words}</span>
  if (page.noun === 'jobs')
    return (
      <button
        type="button"
        className={styles.words}
        onClick={() => {
          openedJob.set(page.id)
          follow()
        }}
      >
        {words}
      </button>
    )
  return (
    <Link to={recordPath(page.noun, page.id)} className={styles.words} onClick={follow}>
      {words}
    </Link>
  )
}

export function NoticeLine({ notice, onLeave }: Props) {
  const { t } = useTranslation('notifications')
  const wordsOf = useProblemText()
  const mark = useMark()
  const isRead = notice.readAt !== null
  const onError = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const set = (read: boolean) => mark.mutate({ notice, read }, { onError })
  return (
    <div className={styles.line} data-unread={!isRead || undefined}>
      <div className={styles.said}>
        {!isRead && <span className={styles.spoken}>{t(($) => $.unread)}</span>}
        <Way notice={notice} {...(onLeave && { onLeave })} onFollow={() => !isRead && set(true)} />
        <span className={styles.when}>
          <When at={notice.createdAt} />
        </span>
      </div>
      <IconButton
        small
        icon={isRead ? IconMail : IconMailOpened}
        label={t(($) => (isRead ? $.markUnread : $.markRead))}
        disabled={mark.isPending}
        onClick={() => set(!isRead)}
      />
    </div>
  )
}

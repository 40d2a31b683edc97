/** The notification centre: to do, mentions, system; what is about one record stands together. */
import { noticeGroups, type NoticeGroup } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { rowsOf } from '../../ui/list-query.ts'
import { Panel } from '../../ui/panel.tsx'
import { Pending } from '../../ui/pending.tsx'
import { byRecord, GroupChoice } from './notice-groups.tsx'
import { NoticeLine } from './notice-line.tsx'
import { noticesIn, useMarkAll, type Unread } from './notifications.queries.ts'
import styles from './notifications.module.css'

function Notices({ group, onLeave }: { group: NoticeGroup; onLeave: () => void }) {
  const { t } = useTranslation('notifications')
  const query = useInfiniteQuery(noticesIn(group))
  const groups = byRecord(rowsOf(query))
  if (!query.data) return <Pending of={query} rows={4} />
  if (groups.length === 0) return <p className={styles.none}>{t(($) => $.none)}</p>
  return (
    <>
      <ul className={styles.groups}>
        {groups.map(({ key, notices }) => (
          <li key={key} className={styles.group}>
            {notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} onLeave={onLeave} />
            ))}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button small tone="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t(($) => $.earlier)}
        </Button>
      )}
    </>
  )
}

/** The first group with something new in it. */
const newest = (unread: Unread): NoticeGroup => noticeGroups.find(({ value }) => unread[value] > 0)?.value ?? 'todo'

export default function NotificationPanel({ unread, onClose }: { unread: Unread; onClose: () => void }) {
  const { t } = useTranslation('notifications')
  const [group, setGroup] = useState(() => newest(unread))
  const markAll = useMarkAll()
  return (
    <Panel opened onClose={onClose} title={t(($) => $.title)} width={420}>
      <div className={styles.head}>
        <GroupChoice unread={unread} group={group} onChange={setGroup} />
        <Button small tone="quiet" busy={markAll.isPending} onClick={() => markAll.mutate(group)}>
          {t(($) => $.markAll)}
        </Button>
        <ButtonLink small tone="quiet" to={`${paths.inbox}?group=${group}`} onClick={onClose}>
          {t(($) => $.openInbox)}
        </ButtonLink>
      </div>
      <div className={styles.list}>
        <Notices key={group} group={group} onLeave={onClose} />
      </div>
    </Panel>
  )
}

/** The notices of a group, those about one record together, with what can be done with each. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconInbox } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { NoticeGroup } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { rowsOf } from '../../ui/list-query.ts'
import { Pending } from '../../ui/pending.tsx'
import styles from './inbox.module.css'
import { byRecord } from './notice-groups.tsx'
import { NoticeLine } from './notice-line.tsx'
import { noticesIn } from './notifications.queries.ts'
import { PlanActs } from './plan-acts.tsx'
import { useInboxKeys } from './use-inbox-keys.ts'
import { usePlans } from './use-plans.ts'

/** What is shown, which of it is chosen, and where a completion is being written. */
function useInbox(group: NoticeGroup) {
  const query = useInfiniteQuery(noticesIn(group))
  const notices = rowsOf(query)
  const plans = usePlans(notices)
  const records = byRecord(notices).map((one) => ({ ...one, activity: plans.get(one.notices[0]?.targetId ?? '') }))
  const [chosenKey, choose] = useState<string | null>(null)
  const [completing, setCompleting] = useState<string | null>(null)
  const [list, setList] = useState<HTMLUListElement | null>(null)
  // Wherever in a record the keyboard comes to stand, it is the chosen one.
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      const item = target instanceof Element ? target.closest<HTMLElement>('[data-record]') : null
      choose(item?.dataset['record'] ?? null)
    }
    list?.addEventListener('focusin', follow)
    return () => list?.removeEventListener('focusin', follow)
  }, [list])
  const at = records.findIndex(({ key }) => key === chosenKey)
  const move = (to: number) => {
    choose(records[to]?.key ?? null)
    const item = list?.children[to]
    if (item instanceof HTMLElement) item.focus()
  }
  useInboxKeys({ count: records.length, at, chosen: records[at], move, complete: setCompleting })
  return { query, records, setList, completing, setCompleting }
}

export function InboxList({ group }: { group: NoticeGroup }) {
  const { t } = useTranslation('notifications')
  const { query, records, setList, completing, setCompleting } = useInbox(group)
  if (!query.data) return <Pending of={query} />
  if (records.length === 0)
    return (
      <EmptyState icon={IconInbox} title={t(($) => $.noneTitle)}>
        {t(($) => $.noneHelp)}
      </EmptyState>
    )
  return (
    <>
      <ul ref={setList} className={styles.records}>
        {records.map(({ key, notices, activity }) => (
          <li key={key} data-record={key} tabIndex={-1} className={styles.record}>
            {notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
            {activity && (
              <PlanActs
                activity={activity}
                completing={completing === key}
                onComplete={(open) => setCompleting(open ? key : null)}
              />
            )}
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

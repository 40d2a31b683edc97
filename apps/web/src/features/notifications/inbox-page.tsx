/** The whole notification centre: to do, mentions, system, one record after another. */
import { noticeGroups } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Page } from '../../ui/page.tsx'
import { toast } from '../../ui/toast.tsx'
import { InboxList } from './inbox-list.tsx'
import styles from './inbox.module.css'
import { GroupChoice } from './notice-groups.tsx'
import { newsQuery, useMarkAll } from './notifications.queries.ts'

const nothing = { todo: 0, mention: 0, system: 0 }

export default function InboxPage() {
  const { t } = useTranslation('notifications')
  const wordsOf = useProblemText()
  const [params, setParams] = useSearchParams()
  const group = noticeGroups.find(({ value }) => value === params.get('group'))?.value ?? 'todo'
  const { data: news } = useQuery(newsQuery)
  const markAll = useMarkAll()
  const onError = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const actions = (
    <>
      <Button busy={markAll.isPending} onClick={() => markAll.mutate(group, { onError })}>
        {t(($) => $.markAll)}
      </Button>
      <ButtonLink tone="quiet" to={paths.me}>
        {t(($) => $.settingsLink)}
      </ButtonLink>
    </>
  )
  return (
    <Page>
      <PageHead title={t(($) => $.inbox)} actions={actions} />
      <div className={styles.inbox}>
        <GroupChoice
          unread={news?.unread ?? nothing}
          group={group}
          onChange={(value) => setParams({ group: value }, { replace: true })}
        />
        <InboxList key={group} group={group} />
      </div>
    </Page>
  )
}

/** The three groups to choose from, with how much of each disturbs; and what stands together in one of them. */
import { noticeGroups, type NoticeGroup } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Segmented } from '../../ui/segmented.tsx'
import type { Notification, Unread } from './notifications.queries.ts'

type Props = { unread: Unread; group: NoticeGroup; onChange: (group: NoticeGroup) => void }

export function GroupChoice({ unread, group, onChange }: Props) {
  const { t } = useTranslation('notifications')
  const textOf = useLabel()
  const options = noticeGroups.map(({ value, label }) => {
    const count = unread[value]
    return { value, label: count > 0 ? `${textOf(label)} ${count}` : textOf(label) }
  })
  return <Segmented label={t(($) => $.groups)} value={group} options={options} onChange={onChange} />
}

export type RecordNotices = { key: string; notices: Notification[] }

/** By the record they are about, in the order of the newest of each. */
export const byRecord = (notices: Notification[]): RecordNotices[] =>
  [...Map.groupBy(notices, ({ id, targetType, targetId }) => (targetId ? `${targetType} ${targetId}` : id))].map(
    ([key, own]) => ({ key, notices: own }),
  )

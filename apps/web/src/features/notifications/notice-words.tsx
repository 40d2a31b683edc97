/** A notice in a sentence, in the reader's language and with the names of today. */
import { noticeKinds } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import type { Notification } from './notifications.queries.ts'

export function NoticeWords({ notice }: { notice: Notification }) {
  const { t } = useTranslation('notifications')
  const textOf = useLabel()
  const words: Record<string, string> = {
    actor: textOf(notice.actor?.label ?? '') || t(($) => $.somebody),
    title: notice.target?.title || t(($) => $.record),
    count: String(notice.count ?? ''),
  }
  const sentence = textOf(noticeKinds[notice.kind].sentence)
  // A sentence never changes its order, so the place is the name of a part.
  const parts = sentence.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? <b key={at}>{words[part]}</b> : part))
  return <>{parts}</>
}

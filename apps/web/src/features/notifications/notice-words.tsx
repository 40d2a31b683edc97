/** A notice in a sentence, in the reader's language and with the names of today. */
import { noticeGroups, noticeKinds } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import type { Notification } from './notifications.queries.ts'

/** The sentence in parts: every other one is a word that was filled in. */
function useNoticeParts(): (notice: Notification) => string[] {
  const { t } = useTranslation('notifications')
  const textOf = useLabel()
  return ({ kind, actor, target, count, came }) => {
    const groups = noticeGroups.flatMap(({ value, label }) => (came?.[value] ? `${textOf(label)} ${came[value]}` : []))
    const words: Record<string, string> = {
      actor: textOf(actor?.label ?? '') || t(($) => $.somebody),
      title: target?.title || t(($) => $.record),
      count: String(count ?? ''),
      came: groups.join(t(($) => $.and)),
    }
    const parts = textOf(noticeKinds[kind].sentence).split(/\{(\w+)\}/)
    return parts.map((part, at) => (at % 2 ? (words[part] ?? '') : part))
  }
}

/** As plain words, for where nothing can be set apart. */
export function useNoticeText(): (notice: Notification) => string {
  const partsOf = useNoticeParts()
  return (notice) => partsOf(notice).join('')
}

export function NoticeWords({ notice }: { notice: Notification }) {
  // A sentence never changes its order, so the place is the name of a part.
  const parts = useNoticeParts()(notice).map((part, at) => (at % 2 ? <b key={at}>{part}</b> : part))
  return <>{parts}</>
}

/** Shows what has just come in, once, wherever one is. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast.tsx'
import { useNoticeText } from './notice-words.tsx'
import type { News } from './notifications.queries.ts'

/** What was there before the page was opened, or is older than what was shown last, is not new. */
export function useNews(news: News | undefined, open: () => void, isLooking: boolean): void {
  const { t } = useTranslation('notifications')
  const textOf = useNoticeText()
  const shownTo = useRef<string | null>(null)
  const latest = useRef({ textOf, open, isLooking, label: '' })
  useEffect(() => {
    latest.current = { textOf, open, isLooking, label: t(($) => $.show) }
  })
  useEffect(() => {
    if (!news) return
    const { newest } = news
    const at = newest?.createdAt ?? ''
    const isFirst = shownTo.current === null
    if (!isFirst && at <= (shownTo.current ?? '')) return
    shownTo.current = at
    const { textOf: wordsOf, open: run, isLooking: looking, label } = latest.current
    if (newest && !isFirst && !looking) toast(wordsOf(newest), { action: { label, run } })
  }, [news])
}

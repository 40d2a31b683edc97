/** Opens the history of a record at the side of its page; which one is open stands in the address, so Back closes it. */
import { IconHistory } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { loadTexts } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import type { Subject } from './events.queries.ts'

const HistoryPanel = lazy(async () => {
  const [panel] = await Promise.all([import('./history-panel.tsx'), loadTexts('events')])
  return panel
})
const KEY = 'history'

export function HistoryButton({ subject }: { subject: Subject }) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const show = (id: string | null) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      if (id) next.set(KEY, id)
      else next.delete(KEY)
      return next
    })
  return (
    <>
      <IconButton
        small
        icon={IconHistory}
        label={t(($) => $.timeline.history)}
        aria-haspopup="dialog"
        onClick={() => show(subject.id)}
      />
      <Suspense>
        {params.get(KEY) === subject.id && <HistoryPanel subject={subject} onClose={() => show(null)} />}
      </Suspense>
    </>
  )
}

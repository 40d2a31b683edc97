/** Tells in a few words when a job has ended, with the way back; and shows the panel of a job. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { remember } from '../../lib/acts.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { toast } from '../../ui/toast.tsx'
import { useJobWords } from './job-words.ts'
import { begun, isBusy, openedJob, recentJobs, useUndoJob, type Job } from './jobs.queries.ts'

const JobPanel = lazy(() => import('./job-panel.tsx'))

/** Says how it ended; where some were left out, the way to them comes before the way back. */
function useTell(): (job: Job) => void {
  const { t } = useTranslation('jobs')
  const wordsOf = useJobWords()
  const textOf = useProblemText()
  const undo = useUndoJob()
  const onError = (error: unknown) => toast(textOf(error), { tone: 'problem' })
  return (job) => {
    const view = { label: t(($) => $.view), run: () => openedJob.set(job.id) }
    const file = { label: t(($) => $.download), run: () => window.location.assign(job.fileUrl ?? '') }
    const text = t(($) => $.finished, { title: job.title, result: wordsOf(job) })
    const back = job.can.undo
      ? { label: t(($) => $.undo), run: remember(text, () => undo.mutate(job.id, { onError }), job.id) }
      : undefined
    const action = job.failed + job.kept > 0 ? view : job.can.download ? file : back
    toast(text, { tone: job.state === 'failed' ? 'problem' : 'plain', action })
  }
}

/** Jobs that were busy when last seen, or were begun here, and are no more. */
function useEnded(onEnd: (job: Job) => void): void {
  const { data } = useQuery(recentJobs)
  const busy = useRef(new Set<string>())
  const told = useRef(onEnd)
  useEffect(() => {
    told.current = onEnd
  })
  useEffect(() => {
    for (const job of data ?? []) {
      const mine = begun.get().includes(job.id)
      if (isBusy(job)) busy.current.add(job.id)
      else if (busy.current.delete(job.id) || mine) told.current(job)
      if (mine && !isBusy(job)) begun.set(begun.get().filter((id) => id !== job.id))
    }
  }, [data])
}

export default function JobNews() {
  const client = useQueryClient()
  const tell = useTell()
  useEnded((job) => {
    if (job.state !== 'cancelled') tell(job)
    if (job.kind === 'bulk') void client.invalidateQueries({ queryKey: [job.entity] })
  })
  const opened = openedJob.useValue()
  if (!opened) return null
  return (
    <Suspense>
      <JobPanel key={opened} id={opened} onClose={() => openedJob.set(null)} />
    </Suspense>
  )
}

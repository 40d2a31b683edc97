/** What became of a job, in a few words. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { isBusy, type Job } from './jobs.queries.ts'

export function useJobWords(): (job: Job) => string {
  const { t } = useTranslation('jobs')
  const format = useFormat()
  const wordsOfExport = ({ state, done, total, fileSize }: Job) => {
    if (state !== 'done') return t(($) => $.state[state])
    const size = format.bytes(fileSize ?? 0)
    const words = t(($) => $.exported, { count: done, shown: format.number(done), size })
    const left = total - done
    return left > 0 ? `${words} · ${t(($) => $.withoutCard, { count: left, shown: format.number(left) })}` : words
  }
  return (job) => {
    if (isBusy(job)) return t(($) => $.running, { done: format.number(job.done), total: format.number(job.total) })
    if (job.state === 'failed' && job.errorText) return job.errorText
    if (job.kind === 'export') return wordsOfExport(job)
    const parts = [
      job.state === 'undone' && t(($) => $.undone, { undone: format.number(job.undone) }),
      job.state !== 'undone' && t(($) => $.bulkDone, { changed: format.number(job.changed) }),
      job.state !== 'undone' && job.unchanged > 0 && t(($) => $.bulkSame, { unchanged: format.number(job.unchanged) }),
      job.failed > 0 && t(($) => $.bulkFailed, { failed: format.number(job.failed) }),
      job.kept > 0 && t(($) => $.kept, { kept: format.number(job.kept) }),
    ]
    return parts.filter(Boolean).join(' · ')
  }
}

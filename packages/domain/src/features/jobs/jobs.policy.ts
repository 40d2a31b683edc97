/** What may be done with a job: it is its owner's alone, so that its state decides. */
import type { JobKind, JobState } from './job-choices.ts'

export type JobFacts = {
  kind: JobKind
  state: JobState
  changed: number
  /** Seconds since it ended; null while it goes on. */
  age: number | null
  /** Seconds its file is still kept; null without one. */
  left: number | null
}

const UNDO_SECONDS = 24 * 3_600

const isOver = ({ state }: JobFacts) => state === 'done' || state === 'cancelled' || state === 'failed'

export const jobPolicy = {
  cancel: (job: JobFacts) => job.state === 'running',
  /** Within a day, while there is something to take back. */
  undo: (job: JobFacts) =>
    job.kind === 'bulk' && isOver(job) && job.changed > 0 && job.age !== null && job.age <= UNDO_SECONDS,
  download: (job: JobFacts) => job.kind === 'export' && job.state === 'done' && job.left !== null && job.left > 0,
}

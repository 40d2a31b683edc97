/** A reaction in the background, as its room describes it. */
import type { Log, Services } from '../ctx.ts'

/** What a reaction is told: the event that asked for it. */
export type JobData = { eventId: string }

export type Worker = {
  queue: string
  /** Takes so much memory that it is done in a process beside the server. */
  isHeavy?: true
  /** Done in a moment and asked for in thousands: several are fetched at a time, each of which ends by itself. */
  isShort?: true
  /** Beyond the defaults of every queue. */
  options?: { retryLimit?: number; retryBackoff?: boolean; expireInSeconds?: number }
  /** Idempotent: it may run again with the same event. */
  work: (services: Services, data: JobData, log: Log) => Promise<void>
}

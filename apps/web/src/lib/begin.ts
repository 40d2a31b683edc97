/** What somebody chose to begin on a record before its page was there; it goes along in the state of the history. */
export const begins = ['log', 'plan', 'visit', 'meeting'] as const
export type Begin = (typeof begins)[number]

/** The begin that a history entry carries. */
export const beginIn = (state: unknown): Begin | undefined => {
  const begin = (state as { begin?: unknown } | null)?.begin
  return begins.find((one) => one === begin)
}

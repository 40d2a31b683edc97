/** Two lists that are loaded page by page, each newest first, as one that never shows an entry before a newer one. */

export type Stream<E> = { entries: E[]; hasMore: boolean }
type Timed = { id: string; at: string }

/**
 * What may be shown of both: nothing older than the oldest entry of a list that goes on, because what is still to come
 * of it may belong before. `wanting` says which lists must be asked for more to go on.
 */
export function mergeTimelines<E extends Timed>(streams: readonly Stream<E>[]): { entries: E[]; wanting: boolean[] } {
  const ends = streams.map(({ entries, hasMore }) => (hasMore ? (entries.at(-1)?.at ?? '9999') : ''))
  const edge = ends.toSorted().at(-1) ?? ''
  const entries = streams
    .flatMap((stream) => stream.entries)
    .filter((entry) => entry.at >= edge)
    .toSorted((a, b) => (a.at === b.at ? b.id.localeCompare(a.id) : b.at.localeCompare(a.at)))
  return { entries, wanting: ends.map((end) => end !== '' && end === edge) }
}

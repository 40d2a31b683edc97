/** An act on a record that a person may try again. Told that somebody else has changed it, who tries again means it as it is now. */
import { isProblem } from './problem.ts'

/** `act` with the record as it was last heard of; the rest is what the person says each time. Refusals are thrown. */
export function onLatest<R extends { version: number }, Said extends unknown[], T>(
  record: R,
  act: (record: R, ...said: Said) => Promise<T>,
): (...said: Said) => Promise<T> {
  let latest = record
  return async (...said) => {
    try {
      return await act(latest, ...said)
    } catch (error) {
      const version = isProblem(error, 'version.stale') && error.params.version
      if (typeof version === 'number') latest = { ...latest, version }
      throw error
    }
  }
}

/** Hours of the day in which somebody is not to be disturbed, by his own clock. Pure. */
import { addDays, dateIn, instantAt } from '../../dates.ts'

/** Times of day as 'HH:MM'. When `to` is not after `from`, they last until the next day. */
export type QuietHours = { from: string; to: string }

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/**
 * When the quiet hours end that hold this instant; null when none do. Where the clocks change they begin when the clock shows
 * their beginning for the first time, and end likewise; what is skipped begins or ends behind the gap.
 */
export const quietUntil = (now: Date, quiet: QuietHours | null, timeZone: string): Date | null => {
  if (!quiet || quiet.from === quiet.to) return null
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  const today = dateIn(now, timeZone)
  for (const day of [addDays(today, -1), today]) {
    const end = instantAt(to > from ? day : addDays(day, 1), to, timeZone)
    if (instantAt(day, from, timeZone) <= now && now < end) return end
  }
  return null
}

/** The days people choose most often. */

export type DatePreset = { key: 'today' | 'tomorrow' | 'inThreeWorkingDays' | 'nextMonday'; value: string }

const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

/** Three working days on, Saturday and Sunday not counted. */
export function afterWorkingDays(day: string, count: number): string {
  let date = day
  for (let left = count; left > 0;) {
    date = plus(date, 1)
    if (weekday(date) % 6 !== 0) left -= 1
  }
  return date
}

export const datePresets = (today: string): DatePreset[] => [
  { key: 'today', value: today },
  { key: 'tomorrow', value: plus(today, 1) },
  { key: 'inThreeWorkingDays', value: afterWorkingDays(today, 3) },
  { key: 'nextMonday', value: plus(today, 8 - (weekday(today) || 7)) },
]

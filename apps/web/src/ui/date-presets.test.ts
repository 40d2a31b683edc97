import { expect, it } from 'vitest'
import { datePresets } from './date-presets.ts'

const valuesOn = (day: string) => datePresets(day).map(({ value }) => value)

it('skips the weekend and finds the next Monday', () => {
  expect(valuesOn('2026-11-20')).toEqual(['2026-11-20', '2026-11-21', '2026-11-25', '2026-11-23'])
  expect(valuesOn('2026-11-22')).toEqual(['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-23'])
  expect(valuesOn('2026-11-23')).toEqual(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-30'])
})

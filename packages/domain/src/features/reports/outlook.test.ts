import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../dates.ts'
import { outlookDays } from './outlook.ts'

it('holds today, whole, with the whole period directly before it', () => {
  expect(outlookDays('2026-11-22')).toEqual([
    { period: 'month', from: '2026-11-01', to: '2026-11-30', before: { from: '2026-10-01', to: '2026-10-31' } },
    { period: 'quarter', from: '2026-10-01', to: '2026-12-31', before: { from: '2026-07-01', to: '2026-09-30' } },
    { period: 'year', from: '2026-01-01', to: '2026-12-31', before: { from: '2025-01-01', to: '2025-12-31' } },
  ])
  fc.assert(
    fc.property(
      fc.nat(80_000).map((days) => addDays('1980-01-01', days)),
      (today) => {
        for (const { from, to, before } of outlookDays(today)) {
          expect(from <= today && today <= to).toBe(true)
          expect(addDays(before.to, 1)).toBe(from)
          expect(outlookDays(before.from).some((one) => one.from === before.from && one.to === before.to)).toBe(true)
        }
      },
    ),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateIn } from './dates.ts'
import { nextActionState } from './next-action.ts'

const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Auckland')
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })

describe('nextActionState', () => {
  it('is late exactly from the next day on, where the reader is', () => {
    fc.assert(
      fc.property(instants, instants, zones, (at, now, zone) => {
        const { state, daysLate } = nextActionState(at.toISOString(), now, zone)
        expect(state).toBe(dateIn(at, zone) < dateIn(now, zone) ? 'overdue' : 'planned')
        expect(daysLate > 0).toBe(state === 'overdue')
      }),
    )
  })

  it('never gets less late while time passes', () => {
    fc.assert(
      fc.property(instants, instants, fc.nat({ max: 90 * 86_400_000 }), zones, (at, now, passed, zone) => {
        const later = new Date(now.getTime() + passed)
        const late = (when: Date) => nextActionState(at.toISOString(), when, zone).daysLate
        expect(late(later)).toBeGreaterThanOrEqual(late(now))
      }),
    )
  })

  it('is none where nothing is planned', () => {
    expect(nextActionState(null, new Date('2026-11-22'), 'UTC')).toEqual({ state: 'none', daysLate: 0 })
  })
})

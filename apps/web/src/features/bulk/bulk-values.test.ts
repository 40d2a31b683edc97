import { bulkFields } from '@rapport/domain/features/bulk/bulk-fields.ts'
import { describe, expect, it } from 'vitest'
import { changeOf } from './bulk-values.ts'

const filled = (values: Record<string, unknown>, names: string[] = []) => ({ names, cleared: [], values })

describe('changeOf', () => {
  it('moves plans to a day or by working days, and leaves to the server where each stands', () => {
    const change = (plannedStart: unknown) =>
      changeOf('update', bulkFields.activities, filled({ plannedStart }, ['plannedStart'])).changes
    expect(change('2026-11-30')).toEqual({ plannedStart: { day: '2026-11-30' } })
    expect(change(-2)).toEqual({ plannedStart: { workingDays: -2 } })
  })

  it('completes with the outcome that was chosen, or with none', () => {
    expect(changeOf('complete', {}, filled({ outcomeId: 'x' }))).toEqual({
      action: 'complete',
      changes: { outcomeId: 'x' },
    })
    expect(changeOf('complete', {}, filled({ outcomeId: '' }))).toEqual({ action: 'complete' })
  })

  it('cancels with the reason that was given, or with none', () => {
    expect(changeOf('cancel', {}, filled({ reason: ' fair is off ' }))).toEqual({
      action: 'cancel',
      reason: 'fair is off',
    })
    expect(changeOf('cancel', {}, filled({ reason: ' ' }))).toEqual({ action: 'cancel' })
  })

  it('tells why a source is corrected, and of other fields nothing', () => {
    const values = { sourceId: 's', language: 'en', reason: 'a campaign' }
    expect(changeOf('update', bulkFields.customers, filled(values, ['sourceId']))).toHaveProperty('reason')
    expect(changeOf('update', bulkFields.customers, filled(values, ['language']))).not.toHaveProperty('reason')
  })
})

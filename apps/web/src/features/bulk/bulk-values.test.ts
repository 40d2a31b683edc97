import { bulkFields } from '@rapport/domain/features/bulk/bulk-fields.ts'
import { describe, expect, it } from 'vitest'
import { changeOf } from './bulk-values.ts'

const zone = 'Asia/Shanghai'
const filled = (values: Record<string, unknown>, names: string[] = []) => ({ names, cleared: [], values })

describe('changeOf', () => {
  it('moves plans to the morning of a day where the reader is', () => {
    const change = changeOf(
      'update',
      bulkFields.activities,
      filled({ plannedStart: '2026-11-30' }, ['plannedStart']),
      zone,
    )
    expect(change).toEqual({ action: 'update', changes: { plannedStart: '2026-11-30T01:00:00.000Z' } })
  })

  it('completes with the outcome that was chosen, or with none', () => {
    expect(changeOf('complete', {}, filled({ outcomeId: 'x' }), zone)).toEqual({
      action: 'complete',
      changes: { outcomeId: 'x' },
    })
    expect(changeOf('complete', {}, filled({ outcomeId: '' }), zone)).toEqual({ action: 'complete' })
  })

  it('cancels with the reason that was given, or with none', () => {
    expect(changeOf('cancel', {}, filled({ reason: ' fair is off ' }), zone)).toEqual({
      action: 'cancel',
      reason: 'fair is off',
    })
    expect(changeOf('cancel', {}, filled({ reason: ' ' }), zone)).toEqual({ action: 'cancel' })
  })

  it('tells why a source is corrected, and of other fields nothing', () => {
    const values = { sourceId: 's', language: 'en', reason: 'a campaign' }
    expect(changeOf('update', bulkFields.customers, filled(values, ['sourceId']), zone)).toHaveProperty('reason')
    expect(changeOf('update', bulkFields.customers, filled(values, ['language']), zone)).not.toHaveProperty('reason')
  })
})

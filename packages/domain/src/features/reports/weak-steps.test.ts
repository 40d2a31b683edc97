import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparableSteps, weakSteps, type FunnelStep } from './weak-steps.ts'

const step = (stageId: string, now: [number, number], before: [number, number], more: Partial<FunnelStep> = {}) => ({
  stageId,
  now: { k: now[0], n: now[1] },
  before: { k: before[0], n: before[1] },
  enteredValue: '1000.00',
  winRateAfter: 0.5,
  ...more,
})

describe('weakSteps', () => {
  it('names the step that fell, with what is at stake', () => {
    const steps = [step('a', [70, 100], [72, 100]), step('b', [45, 119], [70, 119]), step('c', [30, 40], [29, 40])]
    expect(weakSteps(steps, 2)).toEqual([{ stageId: 'b', p: expect.closeTo(0.0012, 4), atStake: '105.04' }])
  })

  it('names none that rose, and none with fewer than 20 on a side', () => {
    expect(weakSteps([step('a', [70, 119], [45, 119])], 2)).toEqual([])
    expect(weakSteps([step('a', [0, 19], [100, 100])], 2)).toEqual([])
    expect(comparableSteps([step('a', [0, 19], [100, 100]), step('b', [0, 20], [1, 20])])).toBe(1)
  })

  it('ranks by what is at stake, unknown stakes last', () => {
    const fell = { now: [40, 100], before: [80, 100] } as const
    const of = (id: string, more: Partial<FunnelStep>) => step(id, [...fell.now], [...fell.before], more)
    const steps = [
      of('small', { enteredValue: '10' }),
      of('unknown', { winRateAfter: null }),
      of('large', { enteredValue: '90000' }),
    ]
    expect(weakSteps(steps, 0).map(({ stageId, atStake }) => [stageId, atStake])).toEqual([
      ['large', '18000'],
      ['small', '2'],
      ['unknown', null],
    ])
  })

  it('names only steps that fell, never for a negative amount or more than entered', () => {
    const side = fc
      .tuple(fc.nat(200), fc.integer({ min: 0, max: 200 }))
      .map(([k, n]): [number, number] => [Math.min(k, n), n])
    const steps = fc.array(fc.tuple(side, side), { maxLength: 8 })
    fc.assert(
      fc.property(steps, (sides) => {
        const given = sides.map(([now, before], at) => step(String(at), now, before))
        for (const { stageId, p, atStake } of weakSteps(given, 2)) {
          const { now, before } = given[Number(stageId)] ?? step('', [0, 1], [0, 1])
          expect(now.k / now.n).toBeLessThan(before.k / before.n)
          expect(p).toBeLessThanOrEqual(0.1)
          expect(Number(atStake)).toBeGreaterThanOrEqual(0)
          expect(Number(atStake)).toBeLessThanOrEqual(1000)
        }
      }),
    )
  })
})

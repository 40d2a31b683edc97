import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginOf, lineFor, staysOf, timeFault } from './imported-deals.ts'

const stages = ['a', 'b', 'won', 'lost'].map((id) => ({
  id,
  phase: id === 'won' || id === 'lost' ? (id as 'won') : ('open' as const),
  allowedNextIds: [],
  allowBack: true,
}))
const zone = 'Asia/Shanghai'
const closedAt = new Date('2017-03-01T00:00:00+08:00')
const times = { startedAt: '2016-10-20', createdAt: null, closedAt }

describe('timeFault', () => {
  it.each([
    ['open', { ...times, closedAt: null }, false, null],
    ['open', times, true, 'import.notClosed'],
    ['won', times, false, 'import.closed'],
    ['won', { ...times, closedAt: null }, true, 'import.closedAt'],
    ['lost', { ...times, startedAt: '2017-03-02' }, true, 'import.order'],
    ['lost', { ...times, startedAt: '2017-03-01' }, true, null],
  ] as const)('%s %o history %s: %s', (phase, given, history, code) => {
    expect(timeFault(phase, given, history, zone)).toBe(code)
  })
})

it('begins on the day it was started, never after its end', () => {
  const now = new Date('2026-01-01T00:00:00Z')
  expect(beginOf(times, now, zone).toISOString()).toBe('2016-10-19T16:00:00.000Z')
  expect(beginOf({ ...times, startedAt: null }, now, zone)).toEqual(closedAt)
  expect(beginOf({ startedAt: null, createdAt: now, closedAt }, now, zone)).toEqual(closedAt)
  expect(beginOf({ startedAt: null, createdAt: null, closedAt: null }, now, zone)).toEqual(now)
})

describe('staysOf', () => {
  const begin = new Date('2016-10-20T00:00:00+08:00')
  it('joins a closed deal’s stays without gap; winning skips the stages it passed', () => {
    const [made, closed] = staysOf(stages, 'won', begin, closedAt)
    expect(made).toMatchObject({
      toStageId: 'a',
      enteredAt: begin,
      leftAt: closedAt,
      seconds: 132 * 86_400,
      direction: 'create',
    })
    expect(closed).toMatchObject({
      fromStageId: 'a',
      toStageId: 'won',
      enteredAt: closedAt,
      leftAt: null,
      direction: 'close',
      skippedIds: ['b'],
    })
    expect(staysOf(stages, 'lost', begin, closedAt)[1]).toMatchObject({ toStageId: 'lost', skippedIds: [] })
  })

  it('leaves an open deal where it stands', () => {
    expect(staysOf(stages, 'b', begin, null)).toMatchObject([
      { toStageId: 'b', enteredAt: begin, leftAt: null, direction: 'create' },
    ])
  })
})

describe('lineFor', () => {
  const product = { id: 'p', listPrice: '550.0000', currency: 'USD' }
  it.each([
    [
      { amount: '1054', quantity: undefined, currency: 'USD' },
      { productId: 'p', quantity: '1', unitPrice: '1054' },
    ],
    [
      { amount: undefined, quantity: '2', currency: 'USD' },
      { productId: 'p', quantity: '2', unitPrice: '550' },
    ],
    [
      { amount: '10', quantity: '3', currency: 'USD' },
      { productId: 'p', quantity: '3', unitPrice: '3.3333' },
    ],
    [{ amount: '100', quantity: '700', currency: 'USD' }, null],
    [
      { amount: undefined, quantity: undefined, currency: 'CNY' },
      { productId: 'p', quantity: '1', unitPrice: '0' },
    ],
  ])('%o makes %o', (given, line) => expect(lineFor(product, given)).toEqual(line))

  it('costs one piece the same, whether it is counted or not', () => {
    const digits = fc.tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 5 }))
    const amounts = digits.map(([value, places]) => (value / 10 ** places).toFixed(places))
    fc.assert(
      fc.property(amounts, (amount) => {
        const [short, long] = ['1', '1.0'].map((quantity) => lineFor(product, { amount, quantity, currency: 'USD' }))
        expect(short?.unitPrice).toBe(long?.unitPrice)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { blankLine, lineDraftsOf, netOf, sumOf, withMoved, type LineRow } from './deal-lines.ts'

const row = (given: Partial<LineRow>): LineRow => ({ ...blankLine('k'), productId: 'p', ...given })

describe('netOf', () => {
  it.each([
    [{ quantity: '3', unitPrice: '0.1' }, '0.30'],
    [{ quantity: '2.5', unitPrice: '1280000.1234', discount: '0.15' }, '2720000.26'],
    [{ quantity: '1', unitPrice: '1.005' }, '1.01'],
    [{ quantity: '1', unitPrice: '10', discount: '' }, '10.00'],
  ])('%j comes to %s, to the cent', (given, net) => expect(netOf(row(given), 'CNY')).toBe(net))

  it.each([{ unitPrice: '' }, { unitPrice: '12a' }, { unitPrice: '5', quantity: '' }, { unitPrice: '-5' }])(
    '%j comes to nothing yet',
    (given) => expect(netOf(row(given), 'CNY')).toBeNull(),
  )

  it('rounds to the currency', () => expect(netOf(row({ unitPrice: '99.5' }), 'JPY')).toBe('100'))
})

describe('sumOf', () => {
  it('adds what can be computed', () =>
    expect(sumOf([row({ unitPrice: '0.1' }), row({ unitPrice: '0.2' }), row({ unitPrice: 'x' })], 'CNY')).toBe('0.30'))
  it('is nothing where nothing can be', () => expect(sumOf([blankLine('a')], 'CNY')).toBeNull())
})

describe('lineDraftsOf', () => {
  it('leaves out lines begun at the end and left empty, and none before', () => {
    const rows = [row({ unitPrice: '5' }), blankLine('b'), row({ unitPrice: '6', description: ' x ' }), blankLine('c')]
    const drafts = lineDraftsOf(rows)
    expect(drafts.map(({ unitPrice }) => unitPrice)).toEqual(['5', '', '6'])
    expect(drafts[2]?.description).toBe('x')
  })
})

describe('withMoved', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [0, -1, ['a', 'b', 'c']],
    [2, 3, ['a', 'b', 'c']],
  ])('from %i to %i', (from, to, expected) => expect(withMoved(['a', 'b', 'c'], from, to)).toEqual(expected))
})

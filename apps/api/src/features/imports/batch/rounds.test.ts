import { describe, expect, it } from 'vitest'
import type { Importer, Judged } from './importer.ts'
import { inTime, roundsOf } from './rounds.ts'

const row = (id: string | null, patch: object = { city: '苏州' }) =>
  ({ verdict: id === null ? 'new' : 'update', existing: id === null ? null : { id, label: id }, patch }) as Judged
const importer = { together: { alone: ['parentId'] } } as unknown as Importer

describe('roundsOf', () => {
  it('leaves to a later round who changes a record again, in their order', () => {
    const [a1, b1, fresh, a2, a3, b2] = [row('a'), row('b'), row(null), row('a'), row('a'), row('b')]
    const unchanged = row('a', {})
    expect(roundsOf([a1, b1, fresh, a2, unchanged, a3, b2] as Judged[])).toEqual([
      [a1, b1, fresh, unchanged],
      [a2, b2],
      [a3],
    ])
  })
})

describe('inTime', () => {
  it('takes as many rows as it has the time for: 200 that take a command of their own, any number of others', () => {
    const plain = Array.from({ length: 900 }, (_, at) => row(`plain ${at}`))
    const alone = Array.from({ length: 201 }, (_, at) => row(`alone ${at}`, { parentId: 'x' }))
    expect(inTime(importer, plain)).toHaveLength(900)
    expect(inTime(importer, [...plain, ...alone])).toHaveLength(1_100)
    expect(inTime({} as Importer, plain)).toHaveLength(200)
  })
})

import { describe, expect, it } from 'vitest'
import { mergeTimelines } from './merge-timelines.ts'

const stream = (times: string[], hasMore = false) => ({ entries: times.map((at) => ({ id: at, at })), hasMore })
const times = ({ entries }: { entries: { at: string }[] }) => entries.map(({ at }) => at)

describe('mergeTimelines', () => {
  it('puts whole lists in order', () => {
    expect(times(mergeTimelines([stream(['5', '2']), stream(['4', '1'])]))).toEqual(['5', '4', '2', '1'])
  })

  it('holds back what is older than a list that goes on has told', () => {
    const merged = mergeTimelines([stream(['9', '6'], true), stream(['8', '5', '3'], true)])
    expect(times(merged)).toEqual(['9', '8', '6'])
    expect(merged.wanting).toEqual([true, false])
  })

  it('shows nothing while a list has yet to say anything', () => {
    const merged = mergeTimelines([stream([], true), stream(['8'])])
    expect([times(merged), merged.wanting]).toEqual([[], [true, false]])
  })
})

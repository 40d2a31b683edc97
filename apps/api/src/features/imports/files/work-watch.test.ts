import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchWork } from './work-watch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** `share`: of each second of the clock, how much this process gets to work. */
const aWatch = (share: number) => {
  const begin = Date.now()
  const giveUp = vi.fn<() => void>()
  const watch = watchWork(giveUp, () => (Date.now() - begin) * share)
  watch.alive()
  return { ...watch, giveUp }
}

describe('watchWork', () => {
  it('gives up after five seconds of work, and no sooner [D9]', () => {
    const { giveUp } = aWatch(1)
    vi.advanceTimersByTime(4_999)
    expect(giveUp).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(giveUp).toHaveBeenCalledOnce()
  })

  it('waits longer where the processor is busy with others', () => {
    const { giveUp } = aWatch(0.25)
    vi.advanceTimersByTime(19_000)
    expect(giveUp).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_500)
    expect(giveUp).toHaveBeenCalledOnce()
  })

  it('gives up on what does not work at all, after a minute', () => {
    const { giveUp } = aWatch(0)
    vi.advanceTimersByTime(59_999)
    expect(giveUp).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(giveUp).toHaveBeenCalledOnce()
  })

  it('begins anew with every sign of life, and ends when it is told to', () => {
    const { alive, end, giveUp } = aWatch(1)
    vi.advanceTimersByTime(4_000)
    alive()
    vi.advanceTimersByTime(4_000)
    expect(giveUp).not.toHaveBeenCalled()
    end()
    vi.advanceTimersByTime(100_000)
    expect(giveUp).not.toHaveBeenCalled()
  })
})

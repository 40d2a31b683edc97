import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetActs, forgetJob, remember, useActs } from './acts.ts'

const DAY = 24 * 3_600_000
const texts = () => renderHook(useActs).result.current.map(({ text }) => text)

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  act(forgetActs)
  vi.useRealTimers()
})

it('keeps the acts of a day, the newest first', () => {
  remember('one', vi.fn())
  vi.advanceTimersByTime(DAY - 1)
  remember('two', vi.fn())
  expect(texts()).toEqual(['two', 'one'])
  vi.advanceTimersByTime(1)
  remember('three', vi.fn())
  expect(texts()).toEqual(['three', 'two'])
})

it('takes an act back once, from wherever', () => {
  const undo = vi.fn<() => void>()
  const takeBack = remember('one', undo)
  const [kept] = renderHook(useActs).result.current
  kept!.undo()
  takeBack()
  expect(undo).toHaveBeenCalledTimes(1)
  expect(texts()).toEqual([])
})

it('forgets what its job took back, and all when somebody else signs in', () => {
  remember('other', vi.fn(), 'job-2')
  remember('mine', vi.fn(), 'job-1')
  forgetJob('job-1')
  expect(texts()).toEqual(['other'])
  forgetActs()
  expect(texts()).toEqual([])
})

it('keeps no more than fifty', () => {
  for (let n = 1; n <= 51; n += 1) remember(String(n), vi.fn())
  expect(texts()).toHaveLength(50)
  expect(texts()[0]).toBe('51')
})

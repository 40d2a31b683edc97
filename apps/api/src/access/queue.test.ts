import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { queueOf } from './queue.ts'

const full = () => {
  throw new Error('full')
}

describe('queueOf', () => {
  it('runs two at a time, all in their order, also when works end and others arrive in the same moment [A1]', async () => {
    const queued = queueOf(2, 100, full)
    const order: number[] = []
    let [running, most] = [0, 0]
    const work = (index: number) =>
      queued(async () => {
        most = Math.max(most, ++running)
        order.push(index)
        await turn()
        running--
      })
    const works = Array.from({ length: 40 }, (_, index) =>
      work(index).then(() => (index % 4 === 0 ? work(100 + index) : undefined)),
    )
    await Promise.all(works)
    expect(most).toBe(2)
    expect(order.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, index) => index))
  })

  it('refuses beyond the queue, at once, and goes on afterwards', async () => {
    const queued = queueOf(2, 3, full)
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => queued(async () => index)))
    expect(outcomes.map(({ status }) => status)).toEqual([...Array(5).fill('fulfilled'), ...Array(3).fill('rejected')])
    expect(await queued(async () => 'on')).toBe('on')
  })

  it('gives the place on when a work fails', async () => {
    const queued = queueOf(1, 10, full)
    await expect(queued(() => Promise.reject(new Error('work')))).rejects.toThrow('work')
    expect(await queued(async () => 'next')).toBe('next')
  })
})

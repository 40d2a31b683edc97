import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword } from './password.ts'

describe('hashPassword', () => {
  it('salts: the same password is stored differently and both forms fit [A1]', async () => {
    const [one, two] = [await hashPassword('quartz-lantern-82'), await hashPassword('quartz-lantern-82')]
    expect(one).not.toBe(two)
    for (const stored of [one, two])
      expect(await checkPassword('quartz-lantern-82', stored)).toEqual({ fits: true, outdated: false })
    expect((await checkPassword('quartz-lantern-83', one)).fits).toBe(false)
  })

  it('takes a password typed on another keyboard: NFC and NFD are the same', async () => {
    const stored = await hashPassword('Ärger-im-Büro-9')
    expect((await checkPassword('Ärger-im-Büro-9'.normalize('NFD'), stored)).fits).toBe(true)
  })
})

describe('checkPassword', () => {
  it('fits nothing that is no hash of ours, nor an account without one', async () => {
    for (const stored of ['', 'plain', '$2b$10$abcdefghijklmnopqrstuv', null])
      expect(await checkPassword('quartz-lantern-82', stored)).toEqual({ fits: false, outdated: false })
  })

  it('50 at once work two at a time: the loop goes on and memory stays flat [A1]', async () => {
    const stored = await hashPassword('quartz-lantern-82')
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const before = process.memoryUsage.rss()
    delay.enable()
    const checks = await Promise.all(Array.from({ length: 50 }, () => checkPassword('quartz-lantern-82', stored)))
    delay.disable()
    expect(checks.every(({ fits }) => fits)).toBe(true)
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1024 * 1024)
    expect(delay.percentile(50) / 1e6).toBeLessThan(100)
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import { readCounts, runStep, sum } from './run.ts'

const node = (code: string) => runStep({ name: 'a', command: `node -e "${code}"` })

describe('runStep', () => {
  it('counts a check without counts as one test', async () => {
    expect(await node('')).toMatchObject({ passed: 1, failed: 0, skipped: 0 })
    expect(await node('process.exit(3)')).toMatchObject({ passed: 0, failed: 1, skipped: 0 })
  })

  it('takes the counts of the last line that has them', async () => {
    const counted = await node(`console.log('1 passed, 0 failed, 0 skipped\\\\n7 passed, 0 failed, 2 skipped')`)
    expect(counted).toMatchObject({ passed: 7, failed: 0, skipped: 2 })
  })

  it('counts a failure when a runner ends badly whatever it printed', async () => {
    const crashed = await node(`console.log('7 passed, 0 failed, 0 skipped'); process.exit(1)`)
    expect(crashed).toMatchObject({ passed: 7, failed: 1 })
  })

  it('stops what hangs and counts it as failed', async () => {
    const hung = await runStep({ name: 'a', command: 'node -e "setInterval(() => {}, 1000)"', minutes: 0.005 })
    expect(hung.failed).toBe(1)
    expect(hung.output).toContain('stopped after')
  })

  it('counts a command that does not exist as failed', async () => {
    expect(await runStep({ name: 'a', command: 'no-such-program-here' })).toMatchObject({ failed: 1 })
  })
})

describe('counts', () => {
  it('are read only from a line of their own', () => {
    expect(readCounts('ok 1 passed, 2 failed, 3 skipped today')).toBeUndefined()
    expect(readCounts('a\n1 passed, 2 failed, 3 skipped\nb')).toEqual({ passed: 1, failed: 2, skipped: 3 })
  })

  it('are added up', () => {
    const one = { passed: 1, failed: 2, skipped: 3 }
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  })
})

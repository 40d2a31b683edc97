import { expect, it } from 'vitest'
import { onLatest } from './on-latest.ts'
import { Problem } from './problem.ts'

const refusal = (status: number, code: string, params = {}) =>
  new Problem({ status, code, title: '', detail: '', params })

it('tries again with the version it was told of, and with the same after any other refusal', async () => {
  const refusals = [refusal(409, 'conflict'), refusal(412, 'version.stale', { version: 7 }), refusal(500, 'internal')]
  const sent: unknown[] = []
  const act = onLatest({ id: 'a', version: 3 }, async (record, reason: string) => {
    sent.push([record.id, record.version, reason])
    const next = refusals.shift()
    if (next) throw next
    return 'done'
  })
  for (const code of ['conflict', 'version.stale', 'internal'])
    await expect(act('for a reason')).rejects.toMatchObject({ code })
  expect(await act('for another')).toBe('done')
  expect(sent).toEqual([
    ['a', 3, 'for a reason'],
    ['a', 3, 'for a reason'],
    ['a', 7, 'for a reason'],
    ['a', 7, 'for another'],
  ])
})

/** How people want to be told, and what comes in while they do not want to be disturbed. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'
import { notificationWorkers } from './notifications.jobs.ts'

const test = useImports()
const quiet = pino({ level: 'silent' })
const HOUR = 3_600_000
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 16)
// Around this moment by the clock of who lives by UTC; that the day may change in between is no matter.
const aroundNow = () => ({ from: clock(Date.now() - 2 * HOUR), to: clock(Date.now() + 2 * HOUR) })

const aScene = async () => {
  const { prisma } = test.database
  const teamId = (await aTeam(prisma)).id
  const lin = await test.as({ role: 'rep', teamId, name: 'Lin' })
  await prisma.user.update({ where: { id: lin.userId }, data: { timeZone: 'UTC' } })
  const manager = await test.as({ role: 'salesManager', teamId, name: 'Xu' })
  const customer = await aCustomer(prisma, { ownerId: lin.userId, teamId, name: 'Bluehawk' })
  const target = { targetType: 'customer', targetId: customer.id }
  const comment = async (body: string) => {
    const { body: made } = await manager.call('POST', '/comments', { ...target, body })
    await test.work()
    return made.id as string
  }
  const change = (body: object) => lin.call('PATCH', '/notifications/settings', body)
  return { prisma, lin, customer, comment, change, mention: `<@${lin.userId}>` }
}
const notices = async (who: Caller) => {
  const { status, body } = await who.call('GET', '/notifications')
  expect(status).toBe(200)
  return body
}
const kinds = (page: { items: { kind: string }[] }) => page.items.map(({ kind }) => kind)
const none = { todo: 0, mention: 0, system: 0 }

describe('GET and PATCH /notifications/settings', () => {
  it('200 with everything at once and no quiet hours for who has decided nothing, then as decided, kind by kind', async () => {
    const { lin, change } = await aScene()
    const { body: first } = await lin.call('GET', '/notifications/settings')
    expect(first).toMatchObject({ version: 1, quiet: null, timeZone: 'UTC' })
    expect(first.channels.due).toEqual({ app: true, live: true })
    const hours = { from: '22:00', to: '07:30' }
    const changed = await change({ quiet: hours, channels: { comment: { app: false, live: true } }, version: 1 })
    expect(changed).toMatchObject({ status: 200, body: { version: 2, quiet: hours } })
    const again = await change({ channels: { due: { app: true, live: false } }, version: 2 })
    expect(again.body).toMatchObject({ version: 3, quiet: hours })
    const { comment, due, mention } = again.body.channels
    expect([comment, due, mention]).toEqual([
      { app: false, live: false },
      { app: true, live: false },
      { app: true, live: true },
    ])
  })

  it('428 without and 412 with a stale version; 400 for a time that is none and a kind nobody decides upon', async () => {
    const { change } = await aScene()
    expect((await change({ quiet: null })).status).toBe(428)
    expect((await change({ quiet: null, version: 7 })).status).toBe(412)
    expect((await change({ quiet: { from: '24:00', to: '07:00' }, version: 1 })).status).toBe(400)
    expect((await change({ channels: { digest: { app: true, live: true } }, version: 1 })).status).toBe(400)
    const both = await Promise.all([1, 2].map(() => change({ quiet: null, version: 1 })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })
})

describe('the matrix', () => {
  it('keeps away what is not wanted, and does not count what shall not disturb', async () => {
    const { lin, change, comment, mention } = await aScene()
    const channels = { comment: { app: false, live: false }, mention: { app: true, live: false } }
    await change({ channels, version: 1 })
    await comment('Not wanted')
    await comment(`Silent ${mention}`)
    const page = await notices(lin)
    expect([kinds(page), page.unread]).toEqual([['mention'], none])
  })
})

describe('quiet hours', () => {
  it('hold back, and end in one digest of what came in, however often the job runs', async () => {
    const { prisma, lin, change, comment, mention } = await aScene()
    await comment('Before')
    await change({ quiet: aroundNow(), version: 1 })
    const id = await comment(mention)
    await comment('On yours')
    const { id: eventId } = await prisma.event.findFirstOrThrow({ where: { recordId: id } })
    await notificationWorkers[0]!.work(test.app.services, { eventId }, quiet)
    const during = await notices(lin)
    expect([kinds(during), during.unread]).toEqual([['comment', 'mention', 'comment'], { ...none, mention: 1 }])
    expect(Date.parse(during.heldUntil)).toBeGreaterThan(Date.now())
    const heldUntil = new Date(Date.now() - 1_000)
    await prisma.notification.updateMany({
      where: { userId: lin.userId, heldUntil: { not: null } },
      data: { heldUntil },
    })
    const after = await notices(lin)
    expect(after).toMatchObject({ unread: { todo: 0, mention: 3, system: 1 }, heldUntil: null })
    expect(after.items[0]).toMatchObject({
      kind: 'digest',
      came: { todo: 0, mention: 2, system: 0 },
      target: { page: null },
    })
    expect(kinds(after)).toHaveLength(4)
  })

  it('tell in their digest of nothing that went out of sight meanwhile, and not at all of nothing else [B3]', async () => {
    const { prisma, lin, customer, change, comment, mention } = await aScene()
    await change({ quiet: aroundNow(), version: 1 })
    await comment(mention)
    const heldUntil = new Date(Date.now() - 1_000)
    await prisma.notification.updateMany({ where: { userId: lin.userId }, data: { heldUntil } })
    expect(kinds(await notices(lin))).toContain('digest')
    await prisma.customer.update({ where: { id: customer.id }, data: { ownerId: null, teamId: null } })
    expect(await notices(lin)).toMatchObject({ items: [], unread: none, total: { value: 0 } })
  })

  it('let go what they hold when they are given up', async () => {
    const { lin, change, comment, mention } = await aScene()
    await change({ quiet: aroundNow(), version: 1 })
    await comment(mention)
    expect((await notices(lin)).unread).toEqual(none)
    await change({ quiet: null, version: 2 })
    const after = await notices(lin)
    expect([kinds(after).toSorted(), after.heldUntil]).toEqual([['digest', 'mention'], null])
    expect(after.unread).toEqual({ todo: 0, mention: 1, system: 1 })
  })
})

import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { describe, expect, it } from 'vitest'
import { systemCtx } from '../../access/system.ts'
import { useApp } from '../../test/app.ts'
import { missActivities } from './activity-misses.commands.ts'

const test = useApp()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const run = () => missActivities(systemCtx(test.app.services, test.app.log, 'clock'))

describe('the clock', () => {
  it('marks what was planned and has gone by as missed, once, with its event, and leaves the rest', async () => {
    const { prisma } = test.database
    const gone = await anActivity(prisma, { plannedStart: inDays(-9) })
    const kept = [
      await anActivity(prisma, { plannedStart: inDays(-9), plannedEnd: inDays(1) }),
      await anActivity(prisma, { plannedStart: inDays(1) }),
      await anActivity(prisma, { plannedStart: inDays(-9), status: 'done' }),
      await anActivity(prisma, { plannedStart: inDays(-9), deletedAt: new Date() }),
    ]
    await Promise.all([run(), run()])
    expect(await prisma.activity.findUniqueOrThrow({ where: { id: gone.id } })).toMatchObject({
      status: 'missed',
      version: 2,
    })
    const events = await prisma.event.findMany({ where: { recordId: gone.id } })
    expect(events).toMatchObject([{ type: 'activity.missed', actorType: 'system', recordVersion: 2 }])
    const same = await prisma.activity.findMany({ where: { id: { in: kept.map(({ id }) => id) } } })
    expect(same.map(({ version }) => version)).toEqual([1, 1, 1, 1])
  })
})

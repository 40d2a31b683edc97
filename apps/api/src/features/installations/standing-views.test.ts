/** Lists that came after an installation was set up. */
import { watchedDeals } from '@rapport/domain/features/opportunities/watched-deals.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemCtx } from '../../access/system.ts'
import { useApp } from '../../test/app.ts'
import { giveStandingViews } from './first-start.commands.ts'

const test = useApp()
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const start = () => giveStandingViews(systemCtx(test.app.services, silent, 'start'))
const views = async () =>
  (await test.database.prisma.savedView.findMany({ orderBy: { id: 'asc' } })).map(({ label, archivedAt }) =>
    archivedAt ? `${label} archived` : label,
  )
const ownDay = ['我的待办', '今天', '逾期']
const all = ['大额商机', '停滞商机', '逾期或推迟', ...ownDay]

describe('a start of an installation without the standing views', () => {
  beforeEach(async () => {
    await test.database.prisma.savedView.deleteMany()
    await test.database.prisma.setting.deleteMany()
  })

  it('gives none before there is anybody', async () => {
    await test.database.prisma.user.updateMany({ data: { status: 'inactive' } })
    await start()
    expect(await views()).toEqual([])
  })

  it('gives each once, whatever becomes of it', async () => {
    const admin = await test.as()
    await start()
    expect(await views()).toEqual(all)
    const { prisma } = test.database
    const [large, stuck] = await prisma.savedView.findMany({ orderBy: { id: 'asc' } })
    expect(
      (await admin.call('POST', `/saved-views/${large!.id}/archive`, { version: large!.version })).status,
    ).toBeLessThan(300)
    await prisma.savedView.update({ where: { id: stuck!.id }, data: { label: '我们的', filter: {} } })
    await start()
    expect(await views()).toEqual(['大额商机 archived', '我们的', '逾期或推迟', ...ownDay])
  })

  it('does not bring back what was archived before it was kept which were given, nor double what was renamed', async () => {
    await test.as()
    const { prisma } = test.database
    const view = { entity: 'opportunities', shared: 'all', columns: [], sort: [] }
    await prisma.savedView.create({ data: { ...view, label: 'Large deals', archivedAt: new Date() } })
    await prisma.savedView.create({
      data: { ...view, label: '催一催', filter: watchedDeals.slipping.filter as object },
    })
    await start()
    expect((await views()).toSorted()).toEqual(['Large deals archived', '催一催', '停滞商机', ...ownDay].toSorted())
  })
})

import { addDays, addPeriods, dateIn, startOfPeriod } from '@rapport/domain/dates.ts'
import { identityOf } from '@rapport/domain/features/duplicates/identity.ts'
import { compareIdentities } from '@rapport/domain/features/duplicates/score.ts'
import { describe, expect, it } from 'vitest'
import { customers } from '../../demo/story/customers.ts'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { useImports } from '../../test/imports.ts'

const test = useImports()
const onDisk = async () =>
  (
    await Promise.all(['attachments', 'uploads'].map((folder) => readdir(path.join(test.home, folder)).catch(() => [])))
  ).flat()

describe('POST /demo/load and /demo/remove', () => {
  it('200 loads a company whose numbers belong together, keeps what was changed, and takes the rest out', async () => {
    const admin = await test.as()
    const { prisma } = test.database
    const before = await prisma.customer.count()
    const loaded = await admin.call('POST', '/demo/load', { language: 'en' })
    expect(loaded.status).toBe(200)
    expect((await admin.call('POST', '/demo/load', { language: 'en' })).body.code).toBe('demo.present')

    const { body: open } = await admin.call('GET', '/reports/pipeline')
    expect(open.total).toMatchObject({ count: 20, value: '7902000.00', weighted: '3311000.00' })
    const { body: all } = await admin.call('GET', '/reports/sales?by=month')
    expect(all.total).toMatchObject({ won: 55, lost: 20, wonValue: '34552000.00' })
    const today = dateIn(new Date(), 'Asia/Shanghai')
    const to = addDays(addPeriods(startOfPeriod(today, 'month'), 'month', 1), -1)
    const twelve = `from=${addPeriods(startOfPeriod(today, 'month'), 'month', -11)}&to=${to}`
    const { body: funnel } = await admin.call(
      'GET',
      `/reports/funnel?pipelineId=${open.stages[0].pipelineId}&${twelve}`,
    )
    expect(funnel.weak).toMatchObject([{ stageId: open.stages[2].stageId }])
    const { body: year } = await admin.call('GET', `/reports/sales?by=month&${twelve}`)
    expect(year.total).toMatchObject({ won: 25, lost: 14, wonValue: '18406000.00' })
    expect(year.rows.at(-1)).toMatchObject({ won: 5, lost: 2, wonValue: '1426000.00' })
    const gaps = await prisma.$queryRaw<{ id: string }[]>`
      select m.id from stage_moves m left join stage_moves n on n."opportunityId" = m."opportunityId" and n."enteredAt" = m."leftAt"
      where m."leftAt" is not null and n.id is null`
    expect(gaps).toEqual([])
    expect(await prisma.comment.count({ where: { mentionIds: { isEmpty: false } } })).toBe(4)
    expect(await prisma.collaborator.count()).toBe(3)
    const { body: watch } = await admin.call('GET', '/reports/watch')
    expect(Math.min(...watch.rows.map(({ count }: { count: number }) => count))).toBeGreaterThan(0)
    expect(watch.rows).toHaveLength(3)
    const files = await prisma.attachment.findMany({ orderBy: { createdAt: 'asc' } })
    expect(files.map(({ targetType, kind }) => `${targetType} ${kind}`)).toEqual([
      'activity text',
      'customer image',
      'opportunity document',
      'opportunity text',
    ])
    const brought = await prisma.import.findFirstOrThrow()
    expect(brought).toMatchObject({ status: 'done', counts: { created: 4, updated: 0, skipped: 0, failed: 2 } })
    expect(await onDisk()).toHaveLength(5)
    const later = { gt: new Date() }
    expect(await prisma.activity.count({ where: { actualStart: later } })).toBe(0)
    expect(await prisma.stageMove.count({ where: { enteredAt: later } })).toBe(0)

    const customer = await prisma.customer.findFirstOrThrow({ where: { name: { startsWith: 'Changzhou Bluehawk' } } })
    const record = { kind: 'company', name: 'Bluehawk New Energy' }
    const { body: alike } = await admin.call('POST', '/duplicates/check', { recordType: 'customer', record })
    expect(alike.matches).toMatchObject([{ label: 'Bluehawk New Energy Ltd.', level: 'likely' }])
    const changed = await admin.call('PATCH', `/customers/${customer.id}`, {
      note: 'Ours now',
      version: customer.version,
    })
    expect(changed.status).toBe(200)
    const mine = {
      targetType: 'customer',
      targetId: (await prisma.customer.findFirstOrThrow({ where: { name: { startsWith: 'Bluehawk' } } })).id,
    }
    const form = new FormData()
    for (const [part, value] of Object.entries(mine)) form.set(part, value)
    form.set('file', new Blob(['ours']), 'ours.txt')
    expect((await admin.call('POST', '/attachments', form)).status).toBe(201)
    expect(await onDisk()).toHaveLength(6)
    const { status, body: removal } = await admin.call('POST', '/demo/remove', {})
    expect(status).toBe(200)
    expect(removal.kept).toContainEqual({ noun: 'customers', id: customer.id, title: customer.name })
    expect(removal.removed + removal.kept.length).toBe(loaded.body.records)
    expect(await prisma.opportunity.count()).toBe(0)
    expect(await prisma.comment.count()).toBe(0)
    expect(await prisma.collaborator.count()).toBe(0)
    expect([await prisma.attachment.count(), await prisma.import.count(), await onDisk()]).toEqual([0, 0, []])
    expect(await prisma.savedView.count({ where: { createdById: null, entity: 'opportunities' } })).toBe(3)
    expect(await prisma.customer.count()).toBe(before + 1)
    expect((await admin.call('POST', '/demo/remove', {})).body.code).toBe('demo.absent')
  }, 120_000)

  it.each(['zh', 'en'] as const)('holds one pair of customers in %s that are likely one', (language) => {
    const identities = customers.map(({ key, kind, name, short, city }) => ({
      key,
      identity: identityOf({ kind, name: name[language], shortName: short[language], city: city[language] }),
    }))
    const pairs = identities.flatMap((a, at) =>
      identities.slice(at + 1).flatMap((b) => {
        const { level } = compareIdentities(a.identity, b.identity)
        return level ? [[a.key, b.key, level]] : []
      }),
    )
    expect(pairs).toEqual([['lanzhun', 'lansun', 'likely']])
  })

  it('403 without the right to manage settings', async () => {
    const rep = await test.as({ role: 'rep' })
    expect((await rep.call('POST', '/demo/load', { language: 'zh' })).status).toBe(403)
    expect((await rep.call('POST', '/demo/remove', {})).status).toBe(403)
  })
})

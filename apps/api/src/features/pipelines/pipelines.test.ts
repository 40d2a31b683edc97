import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const draft = () => ({ label: { zh: unique('管道'), en: unique('Pipeline ') } })
const eventsOf = (recordId: string) =>
  test.database.prisma.event.findMany({ where: { recordId }, orderBy: { id: 'asc' } })

describe('POST /pipelines', () => {
  it('201 creates a pipeline without stages, in the currency of the organisation', async () => {
    const admin = await test.as()
    const { status, body, headers } = await admin.call('POST', '/pipelines', draft())
    expect(status).toBe(201)
    expect(body).toMatchObject({ currency: 'CNY', isDefault: false, winNeedsOrder: true, publishedVersion: 0 })
    expect(body).toMatchObject({ stages: [], draft: null, can: { edit: true, archive: true, publish: false } })
    expect(headers.location).toBe(`/api/v1/pipelines/${body.id}`)
    expect(await eventsOf(body.id)).toMatchObject([{ type: 'pipeline.created', actorId: admin.userId }])
  })

  it('400 for derived keys, 422 for a team that does not exist [B4]', async () => {
    const admin = await test.as()
    const derived = await admin.call('POST', '/pipelines', { ...draft(), publishedVersion: 3 })
    expect(derived.body).toMatchObject({ status: 400, errors: [{ path: 'publishedVersion', code: 'field.unknown' }] })
    const teamIds = ['00000000-0000-7000-8000-000000000009']
    const { status, body } = await admin.call('POST', '/pipelines', { ...draft(), teamIds })
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'reference.invalid' })
  })

  it('401 without a session, 403 without the right to define stages', async () => {
    expect((await test.nobody.call('POST', '/pipelines', draft())).status).toBe(401)
    const manager = await test.as({ role: 'salesManager' })
    expect((await manager.call('POST', '/pipelines', draft())).status).toBe(403)
  })
})

describe('GET /pipelines/:id', () => {
  it('200 brings the published stages in order with their criteria, and no draft to who may not define', async () => {
    const pipeline = await aPipeline(test.database.prisma, {
      stages: [
        {
          phase: 'open',
          probability: '0.25',
          criteria: [{ side: 'exit', kind: 'contactRole', params: { role: 'decider' } }],
        },
        { phase: 'won', probability: '1' },
        { phase: 'lost', probability: '0' },
      ],
    })
    const rep = await test.as({ role: 'rep' })
    const { status, body } = await rep.call('GET', `/pipelines/${pipeline.id}`)
    expect(status).toBe(200)
    expect(body.stages.map(({ id }: { id: string }) => id)).toEqual(pipeline.stages.map(({ id }) => id))
    expect(body.stages[0]).toMatchObject({ probability: '0.25', phase: 'open', allowBack: true, maxDays: null })
    expect(body.stages[0].criteria).toMatchObject([{ side: 'exit', kind: 'contactRole', params: { role: 'decider' } }])
    expect(body).not.toHaveProperty('draft')
    const stages = await rep.call('GET', `/pipelines/${pipeline.id}/stages`)
    expect(stages.body.items).toEqual(body.stages)
  })

  it('404 for a pipeline that does not exist', async () => {
    const admin = await test.as()
    expect((await admin.call('GET', '/pipelines/00000000-0000-7000-8000-000000000009/stages')).status).toBe(404)
  })
})

describe('GET /pipelines', () => {
  it('200 lists by name, archived ones only when asked for', async () => {
    const admin = await test.as()
    const name = unique('Zzz ')
    const [live, old] = await Promise.all([
      aPipeline(test.database.prisma, { label: { zh: name, en: name } }),
      aPipeline(test.database.prisma, { label: { zh: name, en: name }, archivedAt: new Date() }),
    ])
    const filter = encodeURIComponent(JSON.stringify({ field: 'archivedAt', op: 'empty' }))
    const found = await admin.call('GET', `/pipelines?search=${encodeURIComponent(name)}&filter=${filter}`)
    expect(found.body.items).toMatchObject([{ id: live.id }])
    const all = await admin.call('GET', `/pipelines?search=${encodeURIComponent(name)}`)
    expect(all.body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual([live.id, old.id].toSorted())
  })
})

describe('PATCH /pipelines/:id', () => {
  it('200 changes what was sent, and one pipeline alone is the default', async () => {
    const admin = await test.as()
    const team = await aTeam(test.database.prisma)
    const [first, second] = await Promise.all([aPipeline(test.database.prisma), aPipeline(test.database.prisma)])
    await admin.call('PATCH', `/pipelines/${first.id}`, { isDefault: true, version: 1 })
    const { body } = await admin.call('PATCH', `/pipelines/${second.id}`, {
      isDefault: true,
      winNeedsOrder: true,
      teamIds: [team.id],
      version: 1,
    })
    expect(body).toMatchObject({ isDefault: true, winNeedsOrder: true, teamIds: [team.id], version: 2 })
    const before = await admin.call('GET', `/pipelines/${first.id}`)
    expect(before.body).toMatchObject({ isDefault: false, version: 3 })
    expect((await eventsOf(first.id)).at(-1)).toMatchObject({
      changes: [{ field: 'isDefault', old: true, new: false }],
    })
  })

  it('412 for a stale version, 428 without one [C1]', async () => {
    const admin = await test.as()
    const { id } = await aPipeline(test.database.prisma)
    await admin.call('PATCH', `/pipelines/${id}`, { currency: 'USD', version: 1 })
    const stale = await admin.call('PATCH', `/pipelines/${id}`, { currency: 'EUR', version: 1 })
    expect(stale.body).toMatchObject({
      status: 412,
      params: { version: 2, conflicts: [{ field: 'currency', yours: 'EUR', theirs: 'USD' }] },
    })
    expect((await admin.call('PATCH', `/pipelines/${id}`, { currency: 'EUR' })).status).toBe(428)
  })

  it('422 for a default without published stages', async () => {
    const admin = await test.as()
    const { body: made } = await admin.call('POST', '/pipelines', draft())
    const { body } = await admin.call('PATCH', `/pipelines/${made.id}`, { isDefault: true, version: 1 })
    expect(body).toMatchObject({ status: 422, code: 'stage.phase_missing' })
  })
})

describe('POST /pipelines/:id/archive', () => {
  it('200 retires a pipeline, which cannot be the default then; unarchive offers it again', async () => {
    const admin = await test.as()
    const { id } = await aPipeline(test.database.prisma)
    await admin.call('PATCH', `/pipelines/${id}`, { isDefault: true, version: 1 })
    const { body } = await admin.call('POST', `/pipelines/${id}/archive`, { version: 2 })
    expect(body).toMatchObject({ isDefault: false, version: 3, can: { archive: false } })
    expect((await admin.call('PATCH', `/pipelines/${id}`, { isDefault: true, version: 3 })).body.code).toBe(
      'record.archived',
    )
    const again = await admin.call('POST', `/pipelines/${id}/unarchive`, { version: 3 })
    expect(again.body).toMatchObject({ archivedAt: null, version: 4 })
    const types = (await eventsOf(id)).map(({ type }) => type)
    expect(types).toEqual(['pipeline.updated', 'pipeline.archived', 'pipeline.unarchived'])
  })

  it('403 without the right, and nothing changes', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id } = await aPipeline(test.database.prisma)
    expect((await rep.call('POST', `/pipelines/${id}/archive`, { version: 1 })).status).toBe(403)
    const row = await test.database.prisma.pipeline.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ archivedAt: null, version: 1 })
  })
})

import { aCompetitor } from '@rapport/prisma/factories/competitors.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()

describe('POST /competitors', () => {
  it('201 creates the competitor and its event', async () => {
    const manager = await test.as({ role: 'salesManager' })
    const name = unique('Contoso ')
    const { status, body } = await manager.call('POST', '/competitors', { name, strengths: '价格低' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ name, strengths: '价格低', weaknesses: null, can: { edit: true, archive: true } })
    const events = await test.database.prisma.event.findMany({ where: { recordId: body.id } })
    expect(events).toMatchObject([{ type: 'competitor.created', entity: 'competitors', actorId: manager.userId }])
  })

  it('403 for a rep, who may only read them', async () => {
    const rep = await test.as({ role: 'rep' })
    expect((await rep.call('POST', '/competitors', { name: unique() })).status).toBe(403)
    expect((await rep.call('GET', '/competitors')).status).toBe(200)
  })

  it('409 for a name that is taken', async () => {
    const admin = await test.as()
    const { name } = await aCompetitor(test.database.prisma)
    const { status, body } = await admin.call('POST', '/competitors', { name })
    expect({ status, path: body.errors[0].path }).toEqual({ status: 409, path: 'name' })
  })
})

describe('PATCH /competitors/:id', () => {
  it('200 changes what was sent, and can empty a text', async () => {
    const admin = await test.as()
    const { id, name } = await aCompetitor(test.database.prisma, { strengths: 'many', website: 'example.com' })
    const { body } = await admin.call('PATCH', `/competitors/${id}`, { strengths: null, version: 1 })
    expect(body).toMatchObject({ name, strengths: null, website: 'example.com', version: 2 })
  })

  it('409 for the name of another', async () => {
    const admin = await test.as()
    const [one, other] = [await aCompetitor(test.database.prisma), await aCompetitor(test.database.prisma)]
    const { status } = await admin.call('PATCH', `/competitors/${one.id}`, { name: other.name, version: 1 })
    expect(status).toBe(409)
  })
})

describe('POST /competitors/:id/archive', () => {
  it('200 retires it and brings it back, each once', async () => {
    const admin = await test.as()
    const { id } = await aCompetitor(test.database.prisma)
    const retired = await admin.call('POST', `/competitors/${id}/archive`, { version: 1 })
    expect(retired.body).toMatchObject({ version: 2, archivedAt: expect.any(String), can: { archive: false } })
    expect((await admin.call('POST', `/competitors/${id}/archive`, { version: 2 })).body.version).toBe(2)
    const back = await admin.call('POST', `/competitors/${id}/unarchive`, { version: 2 })
    expect(back.body).toMatchObject({ version: 3, archivedAt: null })
  })

  it('412 for a stale version, 428 without one [C1]', async () => {
    const admin = await test.as()
    const { id } = await aCompetitor(test.database.prisma, { version: 4 })
    expect((await admin.call('POST', `/competitors/${id}/archive`, { version: 3 })).status).toBe(412)
    expect((await admin.call('POST', `/competitors/${id}/archive`, {})).status).toBe(428)
  })
})

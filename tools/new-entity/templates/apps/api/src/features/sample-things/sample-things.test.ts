import { aSampleThing } from '@rapport/prisma/factories/sample-things.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const draft = () => ({ name: unique('sample-thing-') })
const stranger = '00000000-0000-7000-8000-000000000009'

describe('POST /sample-things', () => {
  it('201 creates the sample thing, its event and a Location', async () => {
    const admin = await test.as()
    const sent = draft()
    const { status, body, headers } = await admin.call('POST', '/sample-things', sent)
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...sent, note: null, version: 1, can: { edit: true } })
    expect(headers.location).toBe(`/api/v1/sample-things/${body.id}`)
    const events = await test.database.prisma.event.findMany({ where: { recordId: body.id } })
    expect(events).toMatchObject([{ type: 'sampleThing.created', actorId: admin.userId, recordVersion: 1 }])
  })

  it('400 names an unknown key and changes nothing', async () => {
    const admin = await test.as()
    const sent = { ...draft(), id: stranger }
    const { status, body } = await admin.call('POST', '/sample-things', sent)
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ path: 'id', code: 'field.unknown' }])
    expect(await test.database.prisma.sampleThing.findFirst({ where: { name: sent.name } })).toBeNull()
  })

  it('401 without a session', async () => {
    expect((await test.nobody.call('POST', '/sample-things', draft())).status).toBe(401)
  })

  it('403 without the right', async () => {
    const powerless = await test.as({ rules: { rights: {} } })
    expect((await powerless.call('POST', '/sample-things', draft())).status).toBe(403)
  })
})

describe('PATCH /sample-things/:id', () => {
  it('200 changes what was sent and nothing else', async () => {
    const admin = await test.as()
    const { id, name } = await aSampleThing(test.database.prisma)
    const { status, body } = await admin.call('PATCH', `/sample-things/${id}`, { note: 'n', version: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ name, note: 'n', version: 2 })
  })

  it('404 for one that does not exist', async () => {
    const admin = await test.as()
    expect((await admin.call('PATCH', `/sample-things/${stranger}`, { version: 1 })).status).toBe(404)
  })

  it('412 for a stale version, 428 without one', async () => {
    const admin = await test.as()
    const { id } = await aSampleThing(test.database.prisma)
    await admin.call('PATCH', `/sample-things/${id}`, { note: 'a', version: 1 })
    expect((await admin.call('PATCH', `/sample-things/${id}`, { note: 'b', version: 1 })).status).toBe(412)
    expect((await admin.call('PATCH', `/sample-things/${id}`, { note: 'b' })).status).toBe(428)
  })
})

describe('POST /sample-things/:id/archive', () => {
  it('200 retires it, and offers it again', async () => {
    const admin = await test.as()
    const { id } = await aSampleThing(test.database.prisma)
    const retired = await admin.call('POST', `/sample-things/${id}/archive`, { version: 1 })
    expect(retired.body.archivedAt).not.toBeNull()
    expect(retired.body.can.archive).toBe(false)
    const offered = await admin.call('POST', `/sample-things/${id}/unarchive`, { version: 2 })
    expect(offered.body.archivedAt).toBeNull()
  })
})

describe('GET /sample-things', () => {
  it('200 finds by filter and search', async () => {
    const admin = await test.as()
    const { id, name } = await aSampleThing(test.database.prisma)
    const filter = encodeURIComponent(JSON.stringify({ field: 'name', op: 'eq', value: name }))
    for (const query of [`filter=${filter}`, `search=${name}`]) {
      const { body } = await admin.call('GET', `/sample-things?${query}`)
      expect(body.items.map((item: { id: string }) => item.id)).toEqual([id])
    }
  })
})

import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const draft = () => ({ code: unique('s-'), label: { zh: '官网', en: 'Website' }, kind: 'web' })

describe('POST /sources', () => {
  it('201 creates the source, its event and a Location', async () => {
    const admin = await test.as()
    const { status, body, headers } = await admin.call('POST', '/sources', { ...draft(), unitCost: '12.50' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'web', costModel: 'none', unitCost: '12.5', version: 1, can: { edit: true } })
    expect(headers.location).toBe(`/api/v1/sources/${body.id}`)
    const events = await test.database.prisma.event.findMany({ where: { recordId: body.id } })
    expect(events).toMatchObject([{ type: 'source.created', actorId: admin.userId, recordVersion: 1 }])
  })

  it('400 names an unknown key and changes nothing [B4] [D3]', async () => {
    const admin = await test.as()
    const sent = { ...draft(), id: '00000000-0000-7000-8000-000000000009' }
    const { status, body } = await admin.call('POST', '/sources', sent)
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'request.malformed', errors: [{ path: 'id', code: 'field.unknown' }] })
    expect(await test.database.prisma.source.findUnique({ where: { code: sent.code } })).toBeNull()
  })

  it('401 without a session', async () => {
    expect(await test.nobody.call('POST', '/sources', draft())).toMatchObject({
      status: 401,
      body: { code: 'auth.required' },
    })
  })

  it('403 without the right', async () => {
    const rep = await test.as({ role: 'rep' })
    expect((await rep.call('POST', '/sources', draft())).status).toBe(403)
  })

  it('409 for a code that is taken', async () => {
    const admin = await test.as()
    const source = await aSource(test.database.prisma)
    const { status, body } = await admin.call('POST', '/sources', { ...draft(), code: source.code })
    expect(status).toBe(409)
    expect(body.errors[0].path).toBe('code')
  })

  it('201 replays the answer to the same key, 422 for another body [C3]', async () => {
    const admin = await test.as()
    const sent = draft()
    const key = { 'idempotency-key': unique() }
    const first = await admin.call('POST', '/sources', sent, key)
    const again = await admin.call('POST', '/sources', sent, key)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect((await admin.call('POST', '/sources', draft(), key)).body.code).toBe('idempotency.differs')
  })
})

describe('PATCH /sources/:id', () => {
  it('200 changes what was sent and nothing else', async () => {
    const admin = await test.as()
    const source = await aSource(test.database.prisma, { costModel: 'perLead', unitCost: 3 })
    const { status, body } = await admin.call('PATCH', `/sources/${source.id}`, { kind: 'phone', version: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ kind: 'phone', costModel: 'perLead', unitCost: '3', version: 2 })
  })

  it('404 for a source that does not exist', async () => {
    const admin = await test.as()
    expect((await admin.call('PATCH', '/sources/00000000-0000-7000-8000-000000000009', { version: 1 })).status).toBe(
      404,
    )
  })

  it('412 for a stale version, with both values [C1]', async () => {
    const admin = await test.as()
    const source = await aSource(test.database.prisma)
    await admin.call('PATCH', `/sources/${source.id}`, { kind: 'phone' }, { 'if-match': '"v1"' })
    const { status, body } = await admin.call('PATCH', `/sources/${source.id}`, { kind: 'email', version: 1 })
    expect(status).toBe(412)
    expect(body.params).toEqual({ version: 2, conflicts: [{ field: 'kind', yours: 'email', theirs: 'phone' }] })
  })

  it('428 without a version [C1]', async () => {
    const admin = await test.as()
    const source = await aSource(test.database.prisma)
    expect((await admin.call('PATCH', `/sources/${source.id}`, { kind: 'email' })).status).toBe(428)
  })
})

describe('GET /sources', () => {
  it('200 walks all pages, each source once', async () => {
    const admin = await test.as()
    const kind = 'referral'
    const made = await Promise.all(Array.from({ length: 7 }, () => aSource(test.database.prisma, { kind })))
    const filter = encodeURIComponent(JSON.stringify({ field: 'kind', op: 'eq', value: kind }))
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await admin.call(
        'GET',
        `/sources?filter=${filter}&limit=3&sort=-code${cursor && `&cursor=${cursor}`}`,
      )
      expect(body.total).toEqual({ value: 7, exact: true })
      seen.push(...body.items.map((item: { id: string }) => item.id))
      cursor = body.nextCursor ?? ''
    } while (cursor)
    expect(seen.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
  })

  it('200 says what the caller may do, whichever fields he asked for', async () => {
    const admin = await test.as()
    const { code } = await aSource(test.database.prisma)
    const filter = encodeURIComponent(JSON.stringify({ field: 'code', op: 'eq', value: code }))
    const ask = async (fields: string) => (await admin.call('GET', `/sources?filter=${filter}&fields=${fields}`)).body
    expect((await ask('code')).items[0].can).toEqual((await ask('code,archivedAt')).items[0].can)
    expect((await ask('code')).items[0].can.archive).toBe(true)
  })

  it('400 names the unknown field of filter and sort [B12]', async () => {
    const admin = await test.as()
    const filter = encodeURIComponent(JSON.stringify({ field: 'password', op: 'eq', value: 'x' }))
    expect((await admin.call('GET', `/sources?filter=${filter}`)).body).toMatchObject({
      code: 'filter.field',
      params: { field: 'password' },
    })
    expect((await admin.call('GET', '/sources?sort=nothing')).body.code).toBe('sort.field')
  })

  it('400 for a cursor that was altered [D11]', async () => {
    const admin = await test.as()
    expect((await admin.call('GET', '/sources?cursor=WyJ4Il0.AAAA')).body.code).toBe('cursor.invalid')
  })
})

import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSavedView } from '@rapport/prisma/factories/saved-views.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const open = { field: 'phase', op: 'in', value: ['open', 'commit'] }
const mine = { field: 'ownerId', op: 'in', value: [{ me: true }] }
const draft = (more: object = {}) => ({
  entity: 'opportunities',
  label: unique('View '),
  filter: { and: [open, mine] },
  sort: ['-amount'],
  columns: ['customerId', 'amount'],
  ...more,
})
const seen = async (caller: Caller, id: string) => (await caller.call('GET', `/saved-views/${id}`)).status
const aRep = async (teamId?: string) => test.as({ role: 'rep', ...(teamId && { teamId }) })

describe('POST /saved-views', () => {
  it('201 keeps filter, order and columns, with its event', async () => {
    const rep = await aRep()
    const { status, body, headers } = await rep.call('POST', '/saved-views', draft())
    expect(status).toBe(201)
    expect(body).toMatchObject({
      filter: { and: [open, mine] },
      sort: ['-amount'],
      columns: ['customerId', 'amount'],
      layout: 'table',
      shared: 'me',
      isDefault: false,
      unavailable: 0,
      version: 1,
      can: { edit: true, publish: false, archive: true },
    })
    expect(headers.location).toBe(`/api/v1/saved-views/${body.id}`)
    const [event] = await test.database.prisma.event.findMany({ where: { recordId: body.id } })
    expect(event).toMatchObject({ type: 'savedView.created', actorId: rep.userId, recordVersion: 1 })
  })

  it.each([
    ['filter.field', { filter: { field: 'password', op: 'eq', value: 'x' } }],
    ['filter.operator', { filter: { field: 'amount', op: 'contains', value: 'x' } }],
    ['sort.field', { sort: ['-nothing'] }],
    ['fields.unknown', { columns: ['nothing'] }],
    ['fields.unknown', { columns: ['nothing:160'] }],
    ['fields.unknown', { columns: ['amount:9'] }],
    ['group.field', { group: 'name' }],
  ])('400 %s for what the list itself refuses [B12]', async (code, more) => {
    const rep = await aRep()
    expect((await rep.call('POST', '/saved-views', draft(more))).body.code).toBe(code)
  })

  it('keeps by what it is grouped, which a reader who may not group by that is not told [B3]', async () => {
    const admin = await test.as()
    const { body } = await admin.call('POST', '/saved-views', draft({ group: 'stageId', shared: 'all' }))
    const groupFor = async (fieldRules: Record<string, 'hidden' | 'masked' | 'read'>) => {
      const rules = { rights: { opportunities: ['read'] }, scopes: {}, fieldRules, special: [] }
      const reader = await test.as({ rules })
      const { status } = await reader.call('GET', '/opportunities/aggregate?groupBy=stageId')
      return [(await reader.call('GET', `/saved-views/${body.id}`)).body.group, status]
    }
    expect(await groupFor({ 'opportunities.stageId': 'read' })).toEqual(['stageId', 200])
    expect(await groupFor({ 'opportunities.stageId': 'masked' })).toEqual([null, 400])
    expect(await groupFor({ 'opportunities.stageId': 'hidden' })).toEqual([null, 400])
    expect((await admin.call('PATCH', `/saved-views/${body.id}`, { group: null, version: 1 })).body.group).toBeNull()
  })

  it('keeps the widths of columns, each column once', async () => {
    const rep = await aRep()
    const columns = ['name:320', 'customerId', 'amount:120']
    const { body } = await rep.call('POST', '/saved-views', draft({ columns }))
    expect((await rep.call('GET', `/saved-views/${body.id}`)).body.columns).toEqual(columns)
    const doubled = await rep.call('POST', '/saved-views', draft({ columns: ['amount', 'amount:120'] }))
    expect(doubled.status).toBe(400)
  })

  it('403 for publishing without the right, and for a noun one may not read', async () => {
    const rep = await aRep()
    expect((await rep.call('POST', '/saved-views', draft({ shared: 'all' }))).status).toBe(403)
    const nobody = await test.as({ rules: { rights: {}, scopes: {}, fieldRules: {}, special: [] } })
    expect((await nobody.call('POST', '/saved-views', draft({ filter: null }))).status).toBe(403)
  })

  it('422 for sharing with a team where one has none', async () => {
    const rep = await test.as({ role: 'rep' })
    await test.database.prisma.user.update({ where: { id: rep.userId }, data: { primaryTeamId: null } })
    expect((await rep.call('POST', '/saved-views', draft({ shared: 'team' }))).body.code).toBe('savedView.noTeam')
  })

  it('201 shows first one view of one’s own at a time', async () => {
    const rep = await aRep()
    const { body: first } = await rep.call('POST', '/saved-views', draft({ isDefault: true }))
    const { body: second } = await rep.call('POST', '/saved-views', draft({ isDefault: true }))
    const { body: before } = await rep.call('GET', `/saved-views/${first.id}`)
    expect([before.isDefault, before.version, second.isDefault]).toEqual([false, 2, true])
  })
})

describe('GET /saved-views of others', () => {
  it('404 for a view shared with nobody, whoever asks [B1]', async () => {
    const rep = await aRep()
    const { body } = await rep.call('POST', '/saved-views', draft())
    const admin = await test.as()
    expect(await seen(admin, body.id)).toBe(404)
    expect(await seen(await aRep(), body.id)).toBe(404)
  })

  it('200 for the team it is shared with and the teams below, 404 for others [B1]', async () => {
    const { prisma } = test.database
    const department = await aTeam(prisma)
    const below = await aTeam(prisma, { parentId: department.id })
    const head = await aRep(department.id)
    const { body } = await head.call('POST', '/saved-views', draft({ shared: 'team' }))
    expect(await seen(await aRep(department.id), body.id)).toBe(200)
    const member = await aRep(below.id)
    expect(await seen(member, body.id)).toBe(200)
    expect(await seen(await aRep((await aTeam(prisma)).id), body.id)).toBe(404)
    expect((await member.call('PATCH', `/saved-views/${body.id}`, { label: 'Mine', version: 1 })).status).toBe(403)
    expect((await head.call('PATCH', `/saved-views/${body.id}`, { shared: 'me', version: 1 })).status).toBe(200)
    expect(await seen(member, body.id)).toBe(404)
  })

  it('200 for everybody once it is published, 404 for who may not read its noun [B1]', async () => {
    const admin = await test.as()
    const { body } = await admin.call('POST', '/saved-views', draft({ shared: 'all' }))
    expect(await seen(await aRep(), body.id)).toBe(200)
    const rights = { customers: ['read'] }
    const outsider = await test.as({ rules: { rights, scopes: {}, fieldRules: {}, special: [] } })
    expect(await seen(outsider, body.id)).toBe(404)
  })

  it('200 leaves out what the reader may not use and says how much, naming nothing [B12]', async () => {
    const admin = await test.as()
    const filter = { and: [open, { field: 'amount', op: 'gte', value: '987654' }] }
    const { body } = await admin.call('POST', '/saved-views', draft({ filter, shared: 'all' }))
    const rights = { opportunities: ['read'] }
    const fieldRules = { 'opportunities.amount': 'hidden' }
    const reader = await test.as({ rules: { rights, scopes: { opportunities: 'all' }, fieldRules, special: [] } })
    const { body: read, status } = await reader.call('GET', `/saved-views/${body.id}`)
    expect(status).toBe(200)
    expect(read).toMatchObject({ filter: open, sort: [], columns: ['customerId'], unavailable: 1 })
    expect(JSON.stringify(read)).not.toMatch(/amount|987654/i)
    const query = encodeURIComponent(JSON.stringify({ field: 'entity', op: 'eq', value: 'opportunities' }))
    const { body: list } = await reader.call('GET', `/saved-views?filter=${query}&limit=200`)
    expect(list.items.find(({ id }: { id: string }) => id === body.id)).toMatchObject({ unavailable: 1 })
    expect(JSON.stringify(list)).not.toContain('987654')
    const told = encodeURIComponent(JSON.stringify({ field: 'recordId', op: 'eq', value: body.id }))
    expect(JSON.stringify((await reader.call('GET', `/events?filter=${told}`)).body)).not.toContain('987654')
    const { body: bare } = await reader.call('GET', `/saved-views?filter=${query}&limit=200&fields=label,filter,sort`)
    expect(JSON.stringify(bare)).not.toContain('987654')
  })
})

describe('PATCH /saved-views/:id', () => {
  it('200 changes what was sent and nothing else; null columns are the usual ones', async () => {
    const rep = await aRep()
    const { body } = await rep.call('POST', '/saved-views', draft())
    const path = `/saved-views/${body.id}`
    const { body: changed } = await rep.call('PATCH', path, { columns: null, version: 1 })
    expect(changed).toMatchObject({ columns: null, sort: ['-amount'], filter: { and: [open, mine] }, version: 2 })
    expect((await rep.call('PATCH', path, { filter: null, sort: [], version: 2 })).body).toMatchObject({
      filter: null,
      sort: [],
    })
  })

  it('412 for a stale version names what is told of views, not what they select [C1]', async () => {
    const rep = await aRep()
    const view = await aSavedView(test.database.prisma, { createdById: rep.userId, filter: mine, version: 3 })
    const sent = { label: 'New', filter: null, version: 2 }
    const { status, body } = await rep.call('PATCH', `/saved-views/${view.id}`, sent)
    expect(status).toBe(412)
    expect(body.params).toEqual({ version: 3, conflicts: [{ field: 'label', yours: 'New', theirs: view.label }] })
  })

  it('428 without a version [C1]', async () => {
    const rep = await aRep()
    const view = await aSavedView(test.database.prisma, { createdById: rep.userId })
    expect((await rep.call('PATCH', `/saved-views/${view.id}`, { label: 'New' })).status).toBe(428)
  })
})

describe('POST /saved-views/:id/archive', () => {
  it('200 takes it away, and back as it was; first only where no other came first', async () => {
    const rep = await aRep()
    const { body } = await rep.call('POST', '/saved-views', draft({ isDefault: true }))
    const path = `/saved-views/${body.id}`
    const { body: gone } = await rep.call('POST', `${path}/archive`, { version: 1 })
    expect(gone).toMatchObject({ archivedAt: expect.any(String), can: { archive: false } })
    await rep.call('POST', '/saved-views', draft({ isDefault: true }))
    const { body: back } = await rep.call('POST', `${path}/unarchive`, { version: 2 })
    expect(back).toMatchObject({ archivedAt: null, isDefault: false, filter: { and: [open, mine] }, version: 3 })
  })
})

describe('GET /saved-views/counts', () => {
  const counts = async (caller: Caller) => {
    const { status, body } = await caller.call('GET', '/saved-views/counts?entity=customers')
    expect(status).toBe(200)
    return body.counts as { viewId: string | null; total: { value: number; exact: boolean } }[]
  }

  it('200 counts what each view holds of what the reader sees, and the noun altogether', async () => {
    const rep = await aRep()
    const world = test.database.prisma
    const city = unique('Ningbo ')
    await aCustomer(world, { ownerId: rep.userId, city })
    await aCustomer(world, { ownerId: rep.userId })
    await aCustomer(world, { city }) // another one's, which the list does not show either
    const filter = { field: 'city', op: 'eq', value: city }
    const view = { entity: 'customers' as const, createdById: rep.userId }
    const there = await aSavedView(world, { ...view, filter })
    const own = await aSavedView(world, { ...view, filter: { and: [mine] } })
    const gone = await aSavedView(world, { ...view, filter, archivedAt: new Date() })
    const stranger = await aSavedView(world, { entity: 'customers', filter })
    const found = await counts(rep)
    expect(found[0]).toEqual({ viewId: null, total: { value: 2, exact: true } })
    expect(found).toContainEqual({ viewId: there.id, total: { value: 1, exact: true } })
    expect(found).toContainEqual({ viewId: own.id, total: { value: 2, exact: true } })
    const ids = found.map(({ viewId }) => viewId)
    expect(ids).not.toContain(gone.id)
    expect(ids).not.toContain(stranger.id)
    const { body } = await rep.call('GET', `/customers?filter=${encodeURIComponent(JSON.stringify(filter))}`)
    expect(found.find(({ viewId }) => viewId === there.id)?.total).toEqual(body.total)
  })

  it('200 counts twenty views and no more', async () => {
    const rep = await aRep()
    const view = { entity: 'customers' as const, createdById: rep.userId }
    for (let made = 0; made < 21; made++) await aSavedView(test.database.prisma, view)
    expect(await counts(rep)).toHaveLength(21)
  })

  it('200 with none of a noun one may not read', async () => {
    const reader = await test.as({ rules: { rights: { contacts: ['read'] }, scopes: {}, fieldRules: {}, special: [] } })
    expect(await counts(reader)).toEqual([])
  })

  it('400 for a noun without views', async () => {
    const rep = await aRep()
    expect((await rep.call('GET', '/saved-views/counts?entity=users')).status).toBe(400)
    expect((await rep.call('GET', '/saved-views/counts')).status).toBe(400)
  })
})

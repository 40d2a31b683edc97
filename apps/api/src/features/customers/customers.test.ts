import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const absent = '00000000-0000-7000-8000-000000000009'
const draft = async (more: object = {}) => {
  const { id: sourceId } = await aSource(test.database.prisma)
  return { kind: 'company', name: '常州蓝隼新能源科技有限公司', sourceId, ...more }
}

describe('POST /customers', () => {
  it('201 creates a company with number, owner, team, sound and event', async () => {
    const team = await aTeam(test.database.prisma)
    const rep = await test.as({ role: 'rep', teamId: team.id })
    const { status, body, headers } = await rep.call('POST', '/customers', await draft({ shortName: '蓝隼' }))
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'company',
      ownerId: rep.userId,
      teamId: team.id,
      lifecycle: 'prospect',
      tier: 'new',
      version: 1,
      can: { edit: true, delete: true, transfer: true, share: true },
    })
    expect(body.number).toMatch(/^CUS-\d{4}-\d{6}$/)
    expect(headers.location).toBe(`/api/v1/customers/${body.id}`)
    const stored = await test.database.prisma.customer.findUniqueOrThrow({ where: { id: body.id } })
    expect(stored).toMatchObject({
      normalizedName: '蓝隼新能源科技',
      pinyinInitials: 'czlsxnykjyxgs',
      createdById: rep.userId,
    })
    expect(stored.searchText).toContain('changzhoulansun')
    const events = await test.database.prisma.event.findMany({ where: { recordId: body.id } })
    expect(events).toMatchObject([{ type: 'customer.created', customerId: body.id, actorId: rep.userId }])
  })

  it('201 takes a person with phones in E.164, a birth date and addresses', async () => {
    const rep = await test.as({ role: 'rep' })
    const person = await draft({
      kind: 'person',
      name: '单雄信',
      phones: [{ type: 'mobile', number: '138 1234 5678' }],
      birthDate: '1990-02-28',
      gender: 'male',
      annualRevenue: '12.345',
    })
    const { status, body } = await rep.call('POST', '/customers', person)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      phones: [{ type: 'mobile', number: '138 1234 5678', e164: '+8613812345678', valid: true }],
      birthDate: '1990-02-28',
      annualRevenue: '12.35',
      completeness: 38,
    })
    const found = await rep.call('GET', '/customers?search=shanxiong')
    expect(found.body.items.map((item: { id: string }) => item.id)).toContain(body.id)
  })

  it('400 without a source, or with null', async () => {
    const rep = await test.as({ role: 'rep' })
    const { sourceId: _, ...without } = await draft()
    for (const sent of [without, { ...without, sourceId: null }]) {
      const { status, body } = await rep.call('POST', '/customers', sent)
      expect(status).toBe(400)
      expect(body.errors[0].path).toBe('sourceId')
    }
  })

  it.each(['number', 'tier', 'teamId', 'nextActionAt', 'searchText', 'openAmount', 'deletedAt', 'version'])(
    '400 for the derived or unknown key %s, and nothing is written [B4]',
    async (key) => {
      const rep = await test.as({ role: 'rep' })
      const name = unique('name-')
      const { status, body } = await rep.call('POST', '/customers', await draft({ name, [key]: 'x' }))
      expect(status).toBe(400)
      expect(body.errors).toMatchObject([{ path: key, code: 'field.unknown' }])
      expect(await test.database.prisma.customer.count({ where: { name } })).toBe(0)
    },
  )

  it('403 for giving it to somebody beyond one’s reach', async () => {
    const rep = await test.as({ role: 'rep' })
    const other = await aUser(test.database.prisma)
    const { status } = await rep.call('POST', '/customers', await draft({ ownerId: other.id }))
    expect(status).toBe(403)
  })

  it('422 for references that are archived, of another dictionary, or invisible', async () => {
    const rep = await test.as({ role: 'rep' })
    const { prisma } = test.database
    const archived = await aSource(prisma, { archivedAt: new Date() })
    const foreign = await aCustomer(prisma)
    for (const more of [{ sourceId: archived.id }, { industryId: absent }, { parentId: foreign.id }]) {
      const { status, body } = await rep.call('POST', '/customers', await draft(more))
      expect(status).toBe(422)
      expect(body).toMatchObject({ code: 'reference.invalid', errors: [{ path: Object.keys(more)[0] }] })
    }
  })
})

describe('PATCH /customers/:id', () => {
  it('200 changes what was sent, and the names that follow from it; the event tells the change', async () => {
    const admin = await test.as()
    const { id } = await aCustomer(test.database.prisma, { city: '常州' })
    const { status, body } = await admin.call('PATCH', `/customers/${id}`, { name: '鹿屿生物', version: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: '鹿屿生物', city: '常州', version: 2 })
    const event = await test.database.prisma.event.findFirstOrThrow({
      where: { recordId: id, type: 'customer.updated' },
    })
    expect(event.changes).toMatchObject([{ field: 'name', new: '鹿屿生物' }])
    expect((await test.database.prisma.customer.findUniqueOrThrow({ where: { id } })).searchText).toContain('luyu')
  })

  it('400 for ownerId and kind, which are no plain fields', async () => {
    const admin = await test.as()
    const { id } = await aCustomer(test.database.prisma)
    for (const sent of [{ ownerId: admin.userId }, { kind: 'person' }]) {
      expect((await admin.call('PATCH', `/customers/${id}`, { ...sent, version: 1 })).status).toBe(400)
    }
  })

  it('403 for a reader whose access is lent for reading only; 200 once it is for writing', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const { id } = await aCustomer(prisma)
    const lent = await prisma.collaborator.create({
      data: { recordType: 'customer', recordId: id, userId: rep.userId, access: 'read' },
    })
    expect((await rep.call('PATCH', `/customers/${id}`, { city: 'x', version: 1 })).status).toBe(403)
    expect((await rep.call('GET', `/customers/${id}`)).body.can).toEqual({
      edit: false,
      delete: false,
      transfer: false,
      share: false,
    })
    await prisma.collaborator.update({ where: { id: lent.id }, data: { access: 'write' } })
    expect((await rep.call('PATCH', `/customers/${id}`, { city: 'x', version: 1 })).status).toBe(200)
  })

  it('404 for a stranger’s customer, as for none [B5]', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id } = await aCustomer(test.database.prisma)
    const theirs = await rep.call('PATCH', `/customers/${id}`, { city: 'x', version: 1 })
    const none = await rep.call('PATCH', `/customers/${absent}`, { city: 'x', version: 1 })
    expect([theirs.status, none.status]).toEqual([404, 404])
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...none.body, requestId: '' })
  })

  it('412 for a stale version with both values, 428 without one [C1]', async () => {
    const admin = await test.as()
    const { id } = await aCustomer(test.database.prisma)
    await admin.call('PATCH', `/customers/${id}`, { birthDate: '1990-02-28', version: 1 })
    const { status, body } = await admin.call('PATCH', `/customers/${id}`, { birthDate: '1991-01-01', version: 1 })
    expect(status).toBe(412)
    const conflicts = [{ field: 'birthDate', yours: '1991-01-01', theirs: '1990-02-28' }]
    expect(body.params).toEqual({ version: 2, conflicts })
    expect((await admin.call('PATCH', `/customers/${id}`, { city: 'x' })).status).toBe(428)
  })

  it('422 for a customer above itself, along parents and along referrers', async () => {
    const admin = await test.as()
    const { prisma } = test.database
    const top = await aCustomer(prisma)
    const below = await aCustomer(prisma, { parentId: top.id, referrerId: top.id })
    for (const field of ['parentId', 'referrerId']) {
      for (const id of [top.id, below.id]) {
        const { status, body } = await admin.call('PATCH', `/customers/${top.id}`, { [field]: id, version: 1 })
        expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'customer.cycle', field])
      }
    }
  })

  it('422 without a reason when the source is corrected late; 403 without that right', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const createdAt = new Date(Date.now() - 25 * 3_600_000)
    const { id } = await aCustomer(prisma, { ownerId: rep.userId, createdById: rep.userId, createdAt })
    const { id: sourceId } = await aSource(prisma)
    expect((await rep.call('PATCH', `/customers/${id}`, { sourceId, version: 1 })).status).toBe(403)
    expect((await admin.call('PATCH', `/customers/${id}`, { sourceId, version: 1 })).body.code).toBe('reason.required')
    const corrected = await admin.call('PATCH', `/customers/${id}`, { sourceId, version: 1, reason: 'Wrong fair' })
    expect(corrected.body).toMatchObject({ sourceId, version: 2 })
  })
})

describe('POST /customers/:id/transfer', () => {
  it('200 gives it to somebody else, who then sees it while the former owner does not', async () => {
    const { prisma } = test.database
    const team = await aTeam(prisma)
    const [rep, heir] = [await test.as({ role: 'rep' }), await test.as({ role: 'rep', teamId: team.id })]
    const { id } = await aCustomer(prisma, { ownerId: rep.userId })
    const sent = { ownerId: heir.userId, version: 1 }
    const { status, body } = await rep.call('POST', `/customers/${id}/transfer`, sent)
    expect([status, body.version]).toEqual([200, 2])
    expect((await rep.call('GET', `/customers/${id}`)).status).toBe(404)
    expect((await heir.call('GET', `/customers/${id}`)).body).toMatchObject({ ownerId: heir.userId, teamId: team.id })
  })

  it('422 for the same owner, 428 without a version', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id } = await aCustomer(test.database.prisma, { ownerId: rep.userId })
    const same = await rep.call('POST', `/customers/${id}/transfer`, { ownerId: rep.userId, version: 1 })
    expect(same.body.code).toBe('transfer.same_owner')
    expect((await rep.call('POST', `/customers/${id}/transfer`, { ownerId: rep.userId })).status).toBe(428)
  })
})

describe('DELETE /customers/:id', () => {
  it('204 puts it into the trash with its contacts and activities, in one batch; it is gone from every list', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const { id } = await aCustomer(prisma, { ownerId: rep.userId })
    const other = await aCustomer(prisma, { ownerId: rep.userId })
    const [goes, stays] = await Promise.all(['goes', 'stays'].map((name) => prisma.contact.create({ data: { name } })))
    await prisma.customerContact.createMany({
      data: [
        { customerId: id, contactId: goes!.id },
        { customerId: id, contactId: stays!.id },
        { customerId: other.id, contactId: stays!.id },
      ],
    })
    const activity = await prisma.activity.create({ data: { kind: 'call', subject: 'x', customerId: id } })
    expect((await rep.call('DELETE', `/customers/${id}`)).status).toBe(204)
    expect((await rep.call('GET', `/customers/${id}`)).status).toBe(404)
    const batch = { deleteBatchId: id }
    expect(await prisma.contact.findUnique({ where: { id: goes!.id } })).toMatchObject(batch)
    expect(await prisma.activity.findUnique({ where: { id: activity.id } })).toMatchObject(batch)
    expect(await prisma.contact.findUnique({ where: { id: stays!.id } })).toMatchObject({ deletedAt: null })
  })

  it('409 while it has subsidiaries; 412 for a stale version', async () => {
    const admin = await test.as()
    const top = await aCustomer(test.database.prisma)
    await aCustomer(test.database.prisma, { parentId: top.id })
    const used = await admin.call('DELETE', `/customers/${top.id}`)
    expect([used.status, used.body.params]).toEqual([409, { count: 1 }])
    expect((await admin.call('DELETE', `/customers/${top.id}`, undefined, { 'if-match': '"v7"' })).status).toBe(412)
  })
})

describe('GET /customers', () => {
  const list = async (caller: Caller, filter: object) => {
    const query = encodeURIComponent(JSON.stringify(filter))
    const { body } = await caller.call('GET', `/customers?filter=${query}&limit=100`)
    return body.items.map((item: { id: string }) => item.id)
  }

  it('200 shows each scope its own: self, team, team and below, all; and what is lent [B1] [B6]', async () => {
    const { prisma } = test.database
    const city = unique('city-')
    const above = await aTeam(prisma)
    const team = await aTeam(prisma, { parentId: above.id })
    const rights = { customers: ['read'] }
    const as = (scope: string, teamId: string) => test.as({ rules: { rights, scopes: { customers: scope } }, teamId })
    const self = await as('self', team.id)
    const own = await aCustomer(prisma, { city, ownerId: self.userId, teamId: team.id })
    const mates = await aCustomer(prisma, { city, teamId: team.id })
    const top = await aCustomer(prisma, { city, teamId: above.id })
    const nobodys = await aCustomer(prisma, { city })
    const gone = await aCustomer(prisma, { city, ownerId: self.userId, deletedAt: new Date() })
    const filter = { field: 'city', op: 'eq', value: city }
    const sorted = (...rows: { id: string }[]) => rows.map(({ id }) => id).toSorted()
    expect((await list(self, filter)).toSorted()).toEqual(sorted(own))
    expect((await list(await as('team', team.id), filter)).toSorted()).toEqual(sorted(own, mates))
    expect((await list(await as('team', above.id), filter)).toSorted()).toEqual(sorted(top))
    expect((await list(await as('teamAndBelow', above.id), filter)).toSorted()).toEqual(sorted(own, mates, top))
    expect((await list(await as('all', above.id), filter)).toSorted()).toEqual(sorted(own, mates, top, nobodys))
    expect(gone.id).toBeDefined()
    const lent = { recordType: 'customer', userId: self.userId }
    const yesterday = new Date(Date.now() - 2 * 86_400_000)
    await prisma.collaborator.create({ data: { ...lent, recordId: nobodys.id } })
    await prisma.collaborator.create({ data: { ...lent, recordId: top.id, until: yesterday } })
    expect((await list(self, filter)).toSorted()).toEqual(sorted(own, nobodys))
    const counted = await self.call('GET', `/customers/aggregate?filter=${encodeURIComponent(JSON.stringify(filter))}`)
    expect(counted.body.groups).toMatchObject([{ values: [2] }])
  })

  it('200 finds by name, short name, number, pinyin and initials', async () => {
    const admin = await test.as()
    const made = await admin.call('POST', '/customers', await draft({ name: '昆明云能化工', shortName: 'ＹＮ-Chem' }))
    const { id, number } = made.body
    for (const search of ['云能', '能', 'yn-chem', number.toLowerCase(), 'yunneng', 'kmyn', 'kmyn chem']) {
      const { body } = await admin.call('GET', `/customers?search=${encodeURIComponent(search)}&limit=200`)
      expect(body.items.map((item: { id: string }) => item.id)).toContain(id)
    }
  })

  it('200 tells the next step and the open amount only to who may read them [B3]', async () => {
    const { prisma } = test.database
    const plannedStart = new Date('2026-12-01T01:00:00Z')
    const { id } = await aCustomer(prisma, { nextActionAt: plannedStart })
    await prisma.activity.create({ data: { kind: 'call', subject: 'Call back', customerId: id, plannedStart } })
    const admin = await test.as()
    expect((await admin.call('GET', `/customers/${id}`)).body).toMatchObject({
      nextActionTitle: 'Call back',
      openAmount: '0.00',
    })
    const blind = await test.as({ rules: { rights: { customers: ['read'] }, scopes: { customers: 'all' } } })
    expect((await blind.call('GET', `/customers/${id}`)).body).toMatchObject({
      nextActionTitle: null,
      openAmount: null,
    })
  })
})

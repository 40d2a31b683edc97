import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aDictionary } from '@rapport/prisma/factories/dictionaries.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it, vi } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
type Row = { id: string; type: string; recordId: string; text: { en: string }; changes: { field: string }[] }
const now = () => new Date().toISOString()
const read = async (caller: Caller, path: string) => {
  const { status, body } = await caller.call('GET', path)
  expect(status).toBe(200)
  return body as { items: Row[]; nextCursor: string }
}
const filtered = (recordId: string) =>
  `/events?filter=${encodeURIComponent(JSON.stringify({ field: 'recordId', op: 'eq', value: recordId }))}`
const walk = async (caller: Caller, since: string, limit = 2) => {
  const items: Row[] = []
  for (let cursor = since; ;) {
    const page = await read(caller, `/events?since=${cursor}&limit=${limit}`)
    items.push(...page.items)
    cursor = page.nextCursor
    if (page.items.length === 0) return { items, cursor }
  }
}
/** Until so many have come: the feed stays behind whatever runs in the cluster, also behind another test's transaction. */
const walkUntil = (caller: Caller, since: string, count: number) =>
  vi.waitFor(async () => {
    const walked = await walk(caller, since)
    expect(walked.items).toHaveLength(count)
    return walked
  }, 20_000)

describe('GET /events', () => {
  it('200 tells the changes of one record in words and values, newest first', async () => {
    const admin = await test.as({ name: 'Lin' })
    const { id } = await aCustomer(test.database.prisma, { name: 'Blue', city: 'A' })
    const source = await aSource(test.database.prisma)
    await admin.call('PATCH', `/customers/${id}`, { city: 'B', version: 1 })
    await admin.call('PATCH', `/customers/${id}`, { sourceId: source.id, reason: 'Fair', version: 2 })
    const { items } = await read(admin, filtered(id))
    expect(items).toMatchObject([
      {
        type: 'customer.updated',
        recordVersion: 3,
        reason: 'Fair',
        changes: [{ field: 'sourceId', new: source.id, labels: { new: source.label } }],
      },
      { text: { en: 'Lin changed the customer Blue' }, actor: { label: 'Lin' }, changes: [{ old: 'A', new: 'B' }] },
    ])
  })

  it('200 keeps personal values apart and shows them as each reader’s role says [B3]', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const { id } = await aContact(prisma, { name: 'Yuan' })
    await admin.call('PATCH', `/contacts/${id}`, { wechat: 'yuan_wechat_1', salutation: 'Dr.', version: 1 })
    const stored = await prisma.event.findFirstOrThrow({ where: { recordId: id } })
    expect(JSON.stringify(stored.changes)).not.toContain('yuan_wechat_1')
    expect((await read(admin, filtered(id))).items[0]?.changes).toEqual([
      { field: 'salutation', old: null, new: 'Dr.' },
      { field: 'wechat', old: null, new: 'yuan_wechat_1' },
    ])
    const rules = { rights: { contacts: ['read'] }, scopes: { contacts: 'all' } }
    const masked = await test.as({ rules: { ...rules, fieldRules: { 'contacts.wechat': 'masked' } } })
    expect((await read(masked, filtered(id))).items[0]?.changes[1]).toMatchObject({ new: 'yua****at_1' })
    const hidden = { 'contacts.wechat': 'hidden', 'contacts.name': 'hidden' }
    const blind = await test.as({ rules: { ...rules, fieldRules: hidden } })
    const [seen] = (await read(blind, filtered(id))).items
    expect(seen?.changes).toEqual([{ field: 'salutation', old: null, new: 'Dr.' }])
    expect(JSON.stringify(seen)).not.toMatch(/Yuan|wechat/)
  })

  it('200 without events of records one does not see, of rights, or of nouns one may not read [B1]', async () => {
    const { prisma } = test.database
    const [admin, rep] = [await test.as(), await test.as({ role: 'rep' })]
    const foreign = await aCustomer(prisma)
    const own = await aCustomer(prisma, { ownerId: rep.userId })
    for (const { id } of [foreign, own]) await admin.call('PATCH', `/customers/${id}`, { city: 'x', version: 1 })
    const from = { actorType: 'user', action: 'login', type: 'session.started', entity: 'sessions' }
    const login = await prisma.event.create({ data: { ...from, recordId: own.id } })
    const seen = (await read(rep, '/events')).items
    expect(seen.map(({ recordId }) => recordId)).toEqual([own.id])
    expect((await read(rep, filtered(foreign.id))).items).toEqual([])
    expect((await read(admin, filtered(own.id))).items.map(({ id }) => id)).toContain(login.id)
    const nothing = await test.as({ rules: { rights: {} } })
    expect((await read(nothing, '/events')).items).toEqual([])
  })

  it('200 tells a deletion to who saw the record before, and nothing else of it', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id } = await aCustomer(test.database.prisma, { ownerId: rep.userId })
    await rep.call('PATCH', `/customers/${id}`, { city: 'x', version: 1 })
    await rep.call('DELETE', `/customers/${id}`)
    expect((await read(rep, filtered(id))).items.map(({ type }) => type)).toEqual(['customer.deleted'])
  })

  it('200 sends only the fields asked for; 400 for an unknown one', async () => {
    const admin = await test.as()
    const { id } = await aCustomer(test.database.prisma)
    await admin.call('PATCH', `/customers/${id}`, { city: 'x', version: 1 })
    const { items } = await read(admin, `${filtered(id)}&fields=type`)
    expect(Object.keys(items[0] ?? {}).toSorted()).toEqual(['can', 'id', 'type'])
    expect((await admin.call('GET', '/events?fields=ip')).status).toBe(400)
    expect((await test.nobody.call('GET', '/events')).status).toBe(401)
  })
})

describe('GET /events?since=', () => {
  it('200 walks the feed oldest first, each event once, and goes on where it ended', async () => {
    const rep = await test.as({ role: 'rep' })
    const since = now()
    const { id } = await aCustomer(test.database.prisma, { ownerId: rep.userId })
    for (const version of [1, 2, 3, 4, 5]) await rep.call('PATCH', `/customers/${id}`, { city: `${version}`, version })
    const first = await walkUntil(rep, since, 5)
    expect(first.items.map(({ changes }) => changes[0])).toMatchObject([1, 2, 3, 4, 5].map((n) => ({ new: `${n}` })))
    await rep.call('PATCH', `/customers/${id}`, { city: 'late', version: 6 })
    await walkUntil(rep, first.cursor, 1)
  })

  it('200 stays behind a transaction that is still running, and skips nothing that commits late [C4]', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const { id } = await aCustomer(prisma, { ownerId: rep.userId })
    const since = now()
    const late = { actorType: 'system', action: 'update', type: 'customer.updated', entity: 'customers', recordId: id }
    const cursor = await prisma.$transaction(async (tx) => {
      const written = await tx.event.create({ data: { ...late, title: 'late' } })
      await rep.call('PATCH', `/customers/${id}`, { city: 'x', version: 1 })
      const meanwhile = await walk(rep, since)
      expect(meanwhile.items).toEqual([])
      expect(written.id).toBeDefined()
      return meanwhile.cursor
    })
    await walkUntil(rep, cursor, 2)
  })

  it('400 for a cursor that was altered or belongs to somebody else [D11]', async () => {
    const [one, other] = [await test.as(), await test.as()]
    const { nextCursor } = await read(one, `/events?since=${now()}`)
    for (const since of [`${nextCursor.slice(0, -2)}AA`, 'yesterday', 'a.b'])
      expect((await one.call('GET', `/events?since=${since}`)).body.code).toBe('cursor.invalid')
    expect((await other.call('GET', `/events?since=${nextCursor}`)).body.code).toBe('cursor.invalid')
  })
})

describe('GET /customers/:id/events', () => {
  it('200 tells what happened to the customer and its people; 404 for a stranger’s', async () => {
    const [rep, other] = [await test.as({ role: 'rep' }), await test.as({ role: 'rep' })]
    const { id } = await aCustomer(test.database.prisma, { ownerId: rep.userId })
    await rep.call('PATCH', `/customers/${id}`, { city: 'x', version: 1 })
    const made = await rep.call('POST', '/contacts', { name: 'Zhou', customers: [{ customerId: id }] })
    const { items } = await read(rep, `/customers/${id}/events`)
    expect(items.map(({ type }) => type)).toEqual(['contact.created', 'customer.updated'])
    expect((await read(rep, `/contacts/${made.body.id}/events`)).items).toHaveLength(1)
    expect((await other.call('GET', `/customers/${id}/events`)).status).toBe(404)
  })
})

describe('GET /events of a noun that stands under the rules of another', () => {
  it('200 holds the items of a dictionary to the field rules of dictionaries [B3]', async () => {
    const admin = await test.as()
    const { id: dictionaryId } = await aDictionary(test.database.prisma)
    const draft = { dictionaryId, code: unique('c-'), label: { zh: '甲', en: 'Canary One' } }
    const { body: item } = await admin.call('POST', '/dictionary-items', draft)
    const label = { zh: '乙', en: 'Canary Two' }
    await admin.call('PATCH', `/dictionary-items/${item.id}`, { label, version: 1 })
    const rules = { rights: { dictionaries: ['read'] } }
    for (const rule of ['masked', 'hidden']) {
      const blind = await test.as({ rules: { ...rules, fieldRules: { 'dictionaries.label': rule } } })
      const seen = (await read(blind, filtered(item.id))).items
      expect(seen).toHaveLength(2)
      expect(JSON.stringify(seen)).not.toMatch(/Canary|[甲乙]/)
    }
  })
})

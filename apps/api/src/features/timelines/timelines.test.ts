import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aComment } from '@rapport/prisma/factories/comments.ts'
import { anAttachment } from '@rapport/prisma/factories/attachments.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
type Entry = {
  id: string
  at: string
  comment?: { id: string }
  activity?: { id: string }
  files?: { name: string }[]
  event?: { type: string; recordId: string }
}
const day = (n: number) => new Date(Date.UTC(2026, 0, n, 9))
const done = (n: number) => ({ status: 'done', actualStart: day(n), actualEnd: day(n) })
const read = async (caller: Caller, path: string) => {
  const { status, body } = await caller.call('GET', `${path.replace('?', '/timeline?')}`)
  expect(status).toBe(200)
  return body as { items: Entry[]; nextCursor: string | null }
}
const timeline = (caller: Caller, noun: string, id: string, query = '') => read(caller, `/${noun}/${id}?${query}`)
const types = ({ items }: { items: Entry[] }) => items.flatMap(({ event }) => event?.type ?? [])
const mayRead = (nouns: string[], fieldRules = {}) => ({
  rules: {
    rights: Object.fromEntries(nouns.map((noun) => [noun, ['read']])),
    scopes: Object.fromEntries(nouns.map((noun) => [noun, 'all'])),
    fieldRules,
  },
})
const all = ['customers', 'contacts', 'opportunities', 'activities']

/** A customer with a deal that was moved and changed, a city that was changed, and a visit. */
const aStory = async (owner?: string) => {
  const { prisma } = test.database
  const admin = await test.as()
  const pipeline = await aPipeline(prisma, { stages: [{}, {}, { phase: 'won', probability: 1 }] })
  const stages = await prisma.stage.findMany({ where: { pipelineId: pipeline.id }, orderBy: { order: 'asc' } })
  const customer = await aCustomer(prisma, owner ? { ownerId: owner } : {})
  const { body: deal } = await admin.call('POST', '/opportunities', {
    name: 'Line 3',
    customerId: customer.id,
    pipelineId: pipeline.id,
    amount: '1000',
    currency: 'CNY',
    ...(owner && { ownerId: owner }),
  })
  const moved = await admin.call('POST', `/opportunities/${deal.id}/move`, { stageId: stages[1]!.id, version: 1 })
  expect(moved.status).toBe(200)
  await admin.call('PATCH', `/customers/${customer.id}`, { city: 'Suzhou', version: 1 })
  const visit = await anActivity(prisma, { kind: 'visit', customerId: customer.id, ...done(3) })
  return { admin, customer, deal, visit }
}

describe('GET /customers/:id/timeline', () => {
  it('200 tells what is pinned apart from all else, once the activity was pinned', async () => {
    const { admin, customer, visit } = await aStory()
    const other = await anActivity(test.database.prisma, { kind: 'call', customerId: customer.id, ...done(4) })
    const ids = async (caller: Caller, query: string) =>
      (await timeline(caller, 'customers', customer.id, query)).items.flatMap(({ activity }) => activity?.id ?? [])
    expect(await ids(admin, 'pinned=true')).toEqual([])
    expect((await admin.call('PATCH', `/activities/${visit.id}`, { pinned: true, version: 1 })).status).toBe(200)
    const apart = await timeline(admin, 'customers', customer.id, 'pinned=true')
    expect(apart.items.map(({ activity }) => activity?.id)).toEqual([visit.id])
    expect(await ids(admin, 'pinned=false')).toEqual([other.id])
    expect(await ids(admin, '')).toEqual([other.id, visit.id])
    const blind = await test.as(mayRead(all, { 'activities.pinned': 'hidden' }))
    expect(await ids(blind, 'pinned=true')).toEqual([])
    expect(await ids(blind, 'pinned=false')).toEqual([other.id, visit.id])
  })

  it('200 joins what was done and what happened, newest first, without what activities’ own events say', async () => {
    const { admin, customer, visit } = await aStory()
    const { items, nextCursor } = await timeline(admin, 'customers', customer.id)
    expect(types({ items })).toEqual(['customer.updated', 'opportunity.moved', 'opportunity.created'])
    expect(items.at(-1)).toMatchObject({ id: visit.id, at: day(3).toISOString(), activity: { kind: 'visit' } })
    expect(items[0]).toMatchObject({ event: { changes: [{ field: 'city', old: null, new: 'Suzhou' }] } })
    expect(nextCursor).toBeNull()
  })

  it('200 joins what was said, also about its deals, as far as the reader may know whose they are', async () => {
    const { admin, customer, deal } = await aStory()
    const { prisma } = test.database
    const customerId = customer.id
    const [own] = [await aComment(prisma, { targetId: customerId, customerId, createdAt: day(2) })]
    const ofDeal = await aComment(prisma, {
      targetType: 'opportunity',
      targetId: deal.id,
      customerId,
      createdAt: day(4),
    })
    await aComment(prisma, { targetId: customerId, customerId, deletedAt: day(5) })
    const said = async (caller: Caller, query = '') =>
      (await timeline(caller, 'customers', customerId, query)).items.flatMap(({ comment }) => comment?.id ?? [])
    expect(await said(admin)).toEqual([ofDeal.id, own.id])
    expect(await said(admin, 'kinds=comment')).toEqual([ofDeal.id, own.id])
    expect(await said(admin, 'kinds=call')).toEqual([])
    expect(await said(await test.as(mayRead(['customers'])))).toEqual([own.id])
    expect(await said(await test.as(mayRead(all, { 'opportunities.customerId': 'hidden' })))).toEqual([own.id])
  })

  it('200 shows files with the activity they belong to, in the order they came, without those taken away', async () => {
    const { admin, customer, visit } = await aStory()
    const { prisma } = test.database
    const about = { targetType: 'activity', targetId: visit.id }
    const names = ['photo.txt', 'offer.txt', 'gone.txt']
    for (const [n, name] of names.entries())
      await anAttachment(prisma, { ...about, name, createdAt: day(n + 1), ...(n === 2 && { deletedAt: day(4) }) })
    await anAttachment(prisma, { targetId: customer.id, customerId: customer.id })
    const filesOf = async (caller: Caller) =>
      (await timeline(caller, 'customers', customer.id)).items.flatMap(({ files }) => files ?? [])
    const files = await filesOf(admin)
    expect(files.map(({ name }) => name)).toEqual(['photo.txt', 'offer.txt'])
    expect(files[0]).toMatchObject({ size: 4, createdAt: day(1).toISOString(), can: { delete: true } })
    const apart = await filesOf(await test.as(mayRead(all, { 'attachments.name': 'hidden' })))
    expect(apart.map(({ name }) => name)).toEqual([undefined, undefined])
    expect(await filesOf(await test.as(mayRead(['customers'])))).toEqual([])
  })

  it('200 pages 500 activities of one minute without repeating or losing one', async () => {
    const { prisma } = test.database
    const { id: customerId } = await aCustomer(prisma)
    const rows = Array.from({ length: 500 }, (_, n) => ({
      kind: 'call',
      subject: `Call ${n}`,
      customerId,
      ...done(1 + (n % 3)),
    }))
    await prisma.activity.createMany({ data: rows })
    const admin = await test.as()
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const page = await timeline(admin, 'customers', customerId, `limit=100${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items.map(({ at, id }) => `${at} ${id}`))
      if (!page.nextCursor) break
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(500)
    expect(seen).toEqual(seen.toSorted().toReversed())
  })

  it('200 tells only the kinds asked for', async () => {
    const { admin, customer, visit } = await aStory()
    expect(types(await timeline(admin, 'customers', customer.id, 'kinds=move'))).toEqual(['opportunity.moved'])
    const { items } = await timeline(admin, 'customers', customer.id, 'kinds=visit,deal')
    expect([types({ items }), items.at(-1)?.id]).toEqual([['opportunity.created'], visit.id])
    expect((await timeline(admin, 'customers', customer.id, 'kinds=call')).items).toEqual([])
  })

  it('200 tells only what one person did, beside the kinds, page by page', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const { admin, customer, visit } = await aStory(rep.userId)
    const customerId = customer.id
    const call = await anActivity(prisma, { kind: 'call', customerId, ownerId: rep.userId, ...done(5) })
    const own = await aComment(prisma, { targetId: customerId, customerId, createdById: rep.userId, createdAt: day(4) })
    await aComment(prisma, { targetId: customerId, customerId, createdById: admin.userId, createdAt: day(4) })
    const by = async (caller: Caller, query: string) => (await timeline(caller, 'customers', customerId, query)).items
    for (const caller of [admin, rep])
      expect((await by(caller, `by=${rep.userId}`)).map(({ id }) => id)).toEqual([call.id, own.id])
    expect(types({ items: await by(rep, `by=${admin.userId}`) })).toEqual([
      'customer.updated',
      'opportunity.moved',
      'opportunity.created',
    ])
    expect((await by(rep, `by=${rep.userId}&kinds=call`)).map(({ id }) => id)).toEqual([call.id])
    expect((await by(rep, `by=${crypto.randomUUID()}`)).map(({ id }) => id)).not.toContain(visit.id)
    const { nextCursor } = await timeline(rep, 'customers', customerId, `by=${rep.userId}&limit=1`)
    const next = await timeline(rep, 'customers', customerId, `by=${rep.userId}&limit=1&cursor=${nextCursor}`)
    expect(next.items.map(({ id }) => id)).toEqual([own.id])
    const other = await rep.call('GET', `/customers/${customerId}/timeline?limit=1&cursor=${nextCursor}`)
    expect(other.body.code).toBe('cursor.invalid')
  })

  it('200 does not let a hidden owner be felt by asking who did it [B3]', async () => {
    const { prisma } = test.database
    const owner = await test.as()
    const { customer } = await aStory(owner.userId)
    await anActivity(prisma, { customerId: customer.id, ownerId: owner.userId, ...done(4) })
    const blind = await test.as(mayRead(all, { 'activities.ownerId': 'hidden' }))
    const query = `by=${owner.userId}`
    const shown = async (caller: Caller) => (await timeline(caller, 'customers', customer.id, query)).items.length
    expect([await shown(owner), await shown(blind)]).toEqual([1, 0])
  })

  it('200 says nothing of deals, people and activities to who may not read them [B3]', async () => {
    const { customer } = await aStory()
    const poor = await test.as(mayRead(['customers']))
    expect(types(await timeline(poor, 'customers', customer.id))).toEqual(['customer.updated'])
    expect((await timeline(poor, 'customers', customer.id, 'kinds=move,visit')).items).toEqual([])
  })

  it('200 does not let a hidden field be felt: neither its change nor a move [B3]', async () => {
    const { customer } = await aStory()
    const rules = { 'customers.city': 'hidden', 'opportunities.stageId': 'hidden', 'activities.actualEnd': 'hidden' }
    const { items } = await timeline(await test.as(mayRead(all, rules)), 'customers', customer.id)
    expect(items.map(({ event }) => event?.type)).toEqual(['opportunity.created'])
    const apart = await test.as(mayRead(all, { 'opportunities.customerId': 'hidden' }))
    expect(types(await timeline(apart, 'customers', customer.id))).toEqual(['customer.updated'])
  })

  it('200 keeps what others noted for themselves to them', async () => {
    const { prisma } = test.database
    const [author, other] = [await test.as(), await test.as()]
    const { id: customerId } = await aCustomer(prisma)
    await anActivity(prisma, { customerId, private: true, ownerId: author.userId, ...done(2) })
    expect((await timeline(author, 'customers', customerId)).items).toHaveLength(1)
    expect((await timeline(other, 'customers', customerId)).items).toEqual([])
  })

  it('404 for a customer of somebody else as for none; 400 for an unknown kind or another list’s cursor', async () => {
    const { admin, customer } = await aStory()
    const rep = await test.as({ role: 'rep' })
    const absent = `/customers/${crypto.randomUUID()}/timeline`
    const [hidden, none] = [await rep.call('GET', `/customers/${customer.id}/timeline`), await rep.call('GET', absent)]
    expect([hidden.status, hidden.body.code]).toEqual([none.status, none.body.code])
    expect(hidden.status).toBe(404)
    const path = `/customers/${customer.id}/timeline`
    expect((await admin.call('GET', `${path}?kinds=sale`)).status).toBe(400)
    const { nextCursor } = await timeline(admin, 'customers', customer.id, 'limit=1')
    expect((await admin.call('GET', `${path}?limit=1&kinds=move&cursor=${nextCursor}`)).body.code).toBe(
      'cursor.invalid',
    )
  })
})

describe('GET /opportunities/:id/timeline and /contacts/:id/timeline', () => {
  it('200 tell of the one deal and the one person alone', async () => {
    const { prisma } = test.database
    const { admin, customer, deal } = await aStory()
    await anOpportunity(prisma, { customerId: customer.id })
    const person = await aContact(prisma, { customerIds: [customer.id] })
    await anActivity(prisma, { customerId: customer.id, contactId: person.id, ...done(4) })
    const call = await anActivity(prisma, { customerId: customer.id, opportunityId: deal.id, ...done(5) })
    await admin.call('PATCH', `/contacts/${person.id}`, { doNotCall: true, version: 1 })
    const ofDeal = await timeline(admin, 'opportunities', deal.id)
    expect(types(ofDeal)).toEqual(['opportunity.moved', 'opportunity.created'])
    expect(ofDeal.items.at(-1)?.id).toBe(call.id)
    const ofPerson = await timeline(admin, 'contacts', person.id)
    expect([types(ofPerson), ofPerson.items.length]).toEqual([['contact.updated'], 2])
  })

  it('200 shows of a person what was done with him where the reader sees it, and nothing else', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const [mine, theirs] = [await aCustomer(prisma, { ownerId: rep.userId }), await aCustomer(prisma)]
    const person = await aContact(prisma, { customerIds: [mine.id, theirs.id] })
    const seen = await anActivity(prisma, { customerId: mine.id, contactId: person.id, ...done(2) })
    await anActivity(prisma, { customerId: theirs.id, contactId: person.id, ...done(3) })
    const { items } = await timeline(rep, 'contacts', person.id)
    expect(items.map(({ id }) => id)).toEqual([seen.id])
  })
})

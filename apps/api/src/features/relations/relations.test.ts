import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const aRep = async (name: string) => test.as({ role: 'rep', teamId: (await aTeam(test.database.prisma)).id, name })
const label = (text: string) => ({ zh: text, en: text })

/** Ann and Bo, contacts of one rep; how one can be introduced and how two can be friends. */
const aScene = async () => {
  const { prisma } = test.database
  const lin = await aRep('Lin')
  const owned = { ownerId: lin.userId }
  const [ann, bo] = [
    await aContact(prisma, { ...owned, name: 'Ann' }),
    await aContact(prisma, { ...owned, name: 'Bo' }),
  ]
  const of = 'relation'
  const introducer = await aDictionaryItem(prisma, {
    of,
    label: label('Introducer'),
    inverseLabel: label('Introduced'),
  })
  const friend = await aDictionaryItem(prisma, { of, label: label('Friend') })
  return { prisma, lin, ann, bo, introducer: introducer.id, friend: friend.id }
}
const at = ({ id }: { id: string }) => `/contacts/${id}`
const relate = (who: Caller, one: { id: string }, body: object, version = 1) =>
  who.call('POST', `${at(one)}/relate`, { version, ...body })
const relationsOf = async (who: Caller, one: { id: string }) =>
  (await who.call('GET', `${at(one)}/relations`)).body.items as { id: string; word: { en: string } }[]

describe('POST /contacts/:id/relate', () => {
  it('200 it reads from both ends, each with its own name, with an event in the history of both', async () => {
    const { prisma, lin, ann, bo, introducer } = await aScene()
    const { status, body } = await relate(lin, ann, { otherId: bo.id, typeId: introducer, note: 'At the fair' })
    expect([status, body.version]).toEqual([200, 2])
    expect(await relationsOf(lin, ann)).toMatchObject([
      { other: { id: bo.id, label: 'Bo' }, word: { en: 'Introducer' }, inverse: false, note: 'At the fair' },
    ])
    expect(await relationsOf(lin, bo)).toMatchObject([
      { other: { id: ann.id, label: 'Ann' }, word: { en: 'Introduced' }, inverse: true },
    ])
    const told = await prisma.event.findMany({ where: { type: 'contact.related', recordId: { in: [ann.id, bo.id] } } })
    expect(told.map(({ recordId, recordVersion }) => [recordId, recordVersion]).toSorted()).toEqual(
      [
        [ann.id, 2],
        [bo.id, null],
      ].toSorted(),
    )
    expect(JSON.stringify(told.map(({ changes }) => changes))).not.toContain('Bo')
    const history = await lin.call(
      'GET',
      `/events?filter=${encodeURIComponent(JSON.stringify({ field: 'recordId', op: 'eq', value: bo.id }))}`,
    )
    expect(history.body.items[0].changes).toMatchObject([
      { field: 'relations', old: [], new: [{ type: { label: label('Introduced') }, other: { label: 'Ann' } }] },
    ])
  })

  it('200 with the relation it becomes: the other way round, of another kind, with somebody else', async () => {
    const { prisma, lin, ann, bo, introducer, friend } = await aScene()
    await relate(lin, ann, { otherId: bo.id, typeId: introducer })
    const [{ id: relationId } = { id: '' }] = await relationsOf(lin, ann)
    await relate(lin, ann, { relationId, otherId: bo.id, typeId: introducer, inverse: true }, 2)
    expect((await relationsOf(lin, bo))[0]?.word.en).toBe('Introducer')
    const cy = await aContact(prisma, { ownerId: lin.userId, name: 'Cy' })
    expect((await relate(lin, ann, { relationId, otherId: cy.id, typeId: friend }, 3)).status).toBe(200)
    expect(await relationsOf(lin, bo)).toEqual([])
    expect(await relationsOf(lin, cy)).toMatchObject([{ id: relationId, word: { en: 'Friend' }, inverse: false }])
    expect(await prisma.event.count({ where: { type: 'contact.related', recordId: bo.id } })).toBe(3)
  })

  it('409 for what is said already, from either end; 422 for oneself, an unseen end, a retired or foreign kind', async () => {
    const { prisma, lin, ann, bo, friend } = await aScene()
    await relate(lin, ann, { otherId: bo.id, typeId: friend })
    expect((await relate(lin, bo, { otherId: ann.id, typeId: friend })).body.code).toBe('relation.exists')
    const hidden = await aContact(prisma, { ownerId: (await aRep('Zhou')).userId })
    const retired = (await aDictionaryItem(prisma, { of: 'relation', archivedAt: new Date() })).id
    const foreign = (await aDictionaryItem(prisma, { of: 'customerRelation' })).id
    const refusals: [object, string][] = [
      [{ otherId: bo.id, typeId: friend }, 'relation.self'],
      [{ otherId: hidden.id, typeId: friend }, 'reference.invalid'],
      [{ otherId: ann.id, typeId: retired }, 'reference.invalid'],
      [{ otherId: ann.id, typeId: foreign }, 'reference.invalid'],
      [{ otherId: ann.id, typeId: friend, relationId: crypto.randomUUID() }, 'reference.invalid'],
    ]
    for (const [body, code] of refusals) expect((await relate(lin, bo, body)).body.code).toBe(code)
    expect(await relationsOf(lin, bo)).toHaveLength(1)
  })

  it('409 for one of two who say the same from both ends at once', async () => {
    const { lin, ann, bo, friend } = await aScene()
    const answers = await Promise.all([
      relate(lin, ann, { otherId: bo.id, typeId: friend }),
      relate(lin, bo, { otherId: ann.id, typeId: friend }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
})

describe('GET /contacts/:id/relations', () => {
  it('200 leaves out whom the caller does not see, in list and history; nor can he change that relation', async () => {
    const { prisma, lin, ann, friend } = await aScene()
    const zhou = await aRep('Zhou')
    const hidden = await aContact(prisma, { ownerId: zhou.userId, name: 'Unseen' })
    const data = { fromId: hidden.id, toId: ann.id, typeId: friend }
    const { id: relationId } = await prisma.contactRelation.create({ data })
    expect(await relationsOf(lin, ann)).toEqual([])
    const answer = await lin.call('POST', `${at(ann)}/unrelate`, { relationId, version: 1 })
    expect([answer.status, answer.body.code]).toEqual([422, 'reference.invalid'])
    const chief = await test.as()
    await chief.call('POST', `${at(ann)}/unrelate`, { relationId, version: 1 })
    const told = await lin.call('GET', `/contacts/${ann.id}/events`)
    expect(told.status).toBe(200)
    expect(JSON.stringify(told.body)).toContain('contact.unrelated')
    expect(JSON.stringify(told.body)).not.toContain(hidden.id)
  })

  it('404 for a contact one does not see', async () => {
    const { ann } = await aScene()
    expect((await (await aRep('Zhou')).call('GET', `${at(ann)}/relations`)).status).toBe(404)
  })

  it('200 without who lies in the trash, who is there again when he is brought back', async () => {
    const { lin, ann, bo, friend } = await aScene()
    await relate(lin, ann, { otherId: bo.id, typeId: friend })
    await lin.call('DELETE', at(bo))
    expect(await relationsOf(lin, ann)).toEqual([])
    expect((await lin.call('POST', `/trash/${bo.id}/restore`)).status).toBe(200)
    expect(await relationsOf(lin, ann)).toHaveLength(1)
  })
})

describe('POST /customers/:id/unrelate', () => {
  it('200 takes it away from both ends, from the end it was not said at', async () => {
    const { prisma, lin } = await aScene()
    const [maker, buyer] = [
      await aCustomer(prisma, { ownerId: lin.userId }),
      await aCustomer(prisma, { ownerId: lin.userId }),
    ]
    const typeId = (await aDictionaryItem(prisma, { of: 'customerRelation' })).id
    const path = ({ id }: { id: string }) => `/customers/${id}`
    expect((await lin.call('POST', `${path(maker)}/relate`, { otherId: buyer.id, typeId, version: 1 })).status).toBe(
      200,
    )
    const { items } = (await lin.call('GET', `${path(buyer)}/relations`)).body
    expect(items).toMatchObject([{ other: { id: maker.id, label: maker.name } }])
    const answer = await lin.call('POST', `${path(buyer)}/unrelate`, { relationId: items[0].id, version: 1 })
    expect([answer.status, answer.body.version]).toEqual([200, 2])
    expect((await lin.call('GET', `${path(maker)}/relations`)).body.items).toEqual([])
    expect(await prisma.event.count({ where: { type: 'customer.unrelated', customerId: maker.id } })).toBe(1)
  })
})

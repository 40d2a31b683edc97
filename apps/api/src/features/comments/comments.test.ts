import { mentionOf } from '@rapport/domain/features/comments/mentions.ts'
import { aComment } from '@rapport/prisma/factories/comments.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()

/** A rep with a customer of his own; a colleague of another team sees nothing of it. */
const aScene = async () => {
  const { prisma } = test.database
  const teamId = (await aTeam(prisma)).id
  const [lin, stranger] = [
    await test.as({ role: 'rep', teamId, name: 'Lin' }),
    await test.as({ role: 'rep', teamId: (await aTeam(prisma)).id, name: 'Zhou' }),
  ]
  const customer = await aCustomer(prisma, { ownerId: lin.userId, teamId, name: 'Hidden Ltd' })
  return { prisma, teamId, lin, stranger, customer, target: { targetType: 'customer', targetId: customer.id } }
}
const say = (who: Caller, body: object) => who.call('POST', '/comments', body)
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)

describe('POST /comments', () => {
  it('201 on a customer, a contact and a deal, with the people mentioned and one event without the text [P3]', async () => {
    const { prisma, lin, customer, teamId } = await aScene()
    const admin = await test.as({ name: 'Shen' })
    const owned = { ownerId: lin.userId, teamId }
    const deal = await anOpportunity(prisma, { customerId: customer.id, ...owned })
    const contact = await aContact(prisma, { customerIds: [customer.id], ...owned })
    for (const [targetType, targetId, customerId] of [
      ['customer', customer.id, customer.id],
      ['contact', contact.id, null],
      ['opportunity', deal.id, customer.id],
    ]) {
      const body = `secret ${mentionOf(admin.userId)}`
      const { status, body: made, headers } = await say(lin, { targetType, targetId, body })
      expect(status).toBe(201)
      expect(headers.location).toBe(`/api/v1/comments/${made.id}`)
      expect(made).toMatchObject({
        body,
        mentions: [{ id: admin.userId, label: 'Shen' }],
        createdBy: { id: lin.userId, label: 'Lin' },
        threadId: made.id,
        can: { edit: true, delete: true },
      })
      const told = await prisma.event.findMany({ where: { recordId: made.id } })
      expect(told).toMatchObject([{ type: 'comment.added', customerId, title: '' }])
      expect(told.map(({ changes, data }) => JSON.stringify([changes, data])).join()).not.toContain('secret')
    }
  })

  it('404 for a record one does not see, as for none [B5]', async () => {
    const { stranger, target } = await aScene()
    const [hidden, none] = await Promise.all([
      say(stranger, { ...target, body: 'x' }),
      say(stranger, { ...target, targetId: crypto.randomUUID(), body: 'x' }),
    ])
    expect(hidden.status).toBe(404)
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...none.body, requestId: '' })
  })

  it('422 for a mention of somebody who does not see the record, who left, or is nobody: all are named [B3]', async () => {
    const { prisma, lin, stranger, target } = await aScene()
    const gone = await test.as({ name: 'Gone' })
    await prisma.user.update({ where: { id: gone.userId }, data: { status: 'left' } })
    const nobody = crypto.randomUUID()
    const body = [stranger.userId, gone.userId, nobody].map(mentionOf).join(' ')
    const { status, body: problem } = await say(lin, { ...target, body })
    expect(status).toBe(422)
    expect(problem).toMatchObject({ code: 'mention.no_access', params: { names: `Zhou, Gone, ${nobody}` } })
    expect(problem.detail).toContain('share it')
    expect(problem.errors.map(({ message }: { message: string }) => message)[0]).toBe('Zhou cannot see this record')
    expect(await prisma.comment.count({ where: { targetId: target.targetId } })).toBe(0)
    await prisma.collaborator.create({
      data: {
        recordType: 'customer',
        recordId: target.targetId,
        userId: stranger.userId,
        access: 'read',
        reason: 'manual',
      },
    })
    expect((await say(lin, { ...target, body: mentionOf(stranger.userId) })).status).toBe(201)
  })

  it('201 for an answer; 422 for an answer to an answer, or to a thread of another record', async () => {
    const { prisma, lin, target } = await aScene()
    const root = await say(lin, { ...target, body: 'one' })
    const answer = await say(lin, { ...target, body: 'two', parentId: root.body.id })
    expect(answer.body).toMatchObject({ parentId: root.body.id, threadId: root.body.id })
    const elsewhere = await aComment(prisma, { targetId: (await aCustomer(prisma)).id })
    for (const parentId of [answer.body.id, elsewhere.id]) {
      const { status, body } = await say(lin, { ...target, body: 'three', parentId })
      expect([status, body.code]).toEqual([422, 'reference.invalid'])
    }
  })

  it('400 without a text', async () => {
    const { lin, target } = await aScene()
    expect((await say(lin, { ...target, body: ' \n ' })).status).toBe(400)
    expect((await say(lin, target)).status).toBe(400)
  })
})

describe('GET /comments', () => {
  it('200 threads stay together, the newest first, over pages', async () => {
    const { lin, target } = await aScene()
    const first = (await say(lin, { ...target, body: 'first' })).body.id
    const second = (await say(lin, { ...target, body: 'second' })).body.id
    const answer = (await say(lin, { ...target, body: 'late', parentId: first })).body.id
    const filter = encodeURIComponent(JSON.stringify({ field: 'targetId', op: 'eq', value: target.targetId }))
    const path = `/comments?filter=${filter}&sort=-threadId,createdAt&limit=2`
    const { body: page } = await lin.call('GET', path)
    const { body: rest } = await lin.call('GET', `${path}&cursor=${page.nextCursor}`)
    expect([...ids(page), ...ids(rest)]).toEqual([second, first, answer])
  })

  it('200 without those on records that went out of sight [B6]', async () => {
    const { prisma, lin, stranger, customer, target } = await aScene()
    const { body: made } = await say(lin, { ...target, body: 'about it' })
    expect(ids((await lin.call('GET', '/comments')).body)).toContain(made.id)
    expect(ids((await stranger.call('GET', '/comments')).body)).not.toContain(made.id)
    await prisma.customer.update({ where: { id: customer.id }, data: { deletedAt: new Date() } })
    expect(ids((await lin.call('GET', '/comments')).body)).not.toContain(made.id)
    expect((await lin.call('GET', `/comments/${made.id}`)).status).toBe(404)
  })
})

describe('PATCH /comments/:id', () => {
  it('200 for one’s own; who is newly mentioned must see the record, who was before stays', async () => {
    const { prisma, lin, stranger, target } = await aScene()
    const { body: made } = await say(lin, { ...target, body: 'one' })
    const change = (body: string, version = 1) => lin.call('PATCH', `/comments/${made.id}`, { body, version })
    expect((await change(mentionOf(stranger.userId))).body.code).toBe('mention.no_access')
    await prisma.comment.update({ where: { id: made.id }, data: { mentionIds: [stranger.userId] } })
    const { status, body } = await change(`two ${mentionOf(stranger.userId)}`)
    expect([status, body.version, body.editedAt === null]).toEqual([200, 2, false])
  })

  it('403 for what somebody else wrote, whatever one may; 412 stale, 428 without a version [C1]', async () => {
    const { lin, target } = await aScene()
    const { body: made } = await say(lin, { ...target, body: 'one' })
    const path = `/comments/${made.id}`
    expect((await (await test.as()).call('PATCH', path, { body: 'x', version: 1 })).status).toBe(403)
    expect((await lin.call('PATCH', path, { body: 'x' })).status).toBe(428)
    expect((await lin.call('PATCH', path, { body: 'x', version: 7 })).status).toBe(412)
  })
})

describe('DELETE /comments/:id', () => {
  it('204 for one’s own; 409 once others answered, which who manages the settings deletes with the answers', async () => {
    const { prisma, lin, teamId, target } = await aScene()
    const manager = await test.as({ role: 'salesManager', teamId })
    const { body: root } = await say(lin, { ...target, body: 'one' })
    const { body: answer } = await say(manager, { ...target, body: 'two', parentId: root.id })
    const path = `/comments/${root.id}`
    expect((await manager.call('DELETE', path)).status).toBe(403)
    expect((await lin.call('DELETE', path)).body.code).toBe('comment.answered')
    expect((await (await test.as()).call('DELETE', path)).status).toBe(204)
    for (const id of [root.id, answer.id]) expect((await lin.call('GET', `/comments/${id}`)).status).toBe(404)
    expect(await prisma.event.count({ where: { type: 'comment.deleted', recordId: root.id } })).toBe(1)
  })
})

describe('GET /customers/:id/readers', () => {
  it('200 only people who see the record, found by a part of a name', async () => {
    const { lin, customer, teamId } = await aScene()
    const [near, far] = [
      await test.as({ role: 'salesManager', teamId, name: 'Quill Near' }),
      await test.as({ role: 'rep', teamId: (await aTeam(test.database.prisma)).id, name: 'Quill Far' }),
    ]
    const { body } = await lin.call('GET', `/customers/${customer.id}/readers?search=quill`)
    expect(body.items).toEqual([{ id: near.userId, label: 'Quill Near' }])
    expect((await far.call('GET', `/customers/${customer.id}/readers`)).status).toBe(404)
  })
})

describe('share with POST /comments', () => {
  it('201 lends reading to those it mentions and posts, in one; the refusal says who may [R7]', async () => {
    const { prisma, lin, stranger, customer, target } = await aScene()
    const third = await test.as({ role: 'rep', name: 'Wu' })
    const sent = { ...target, body: `Look ${mentionOf(stranger.userId)}` }
    const refused = await say(lin, sent)
    const params = { canShare: true, userIds: [stranger.userId] }
    expect(refused.body).toMatchObject({ code: 'mention.no_access', params })
    expect((await say(lin, { ...sent, share: true })).status).toBe(201)
    expect((await stranger.call('GET', '/comments?total=exact')).body.total.value).toBe(1)
    expect((await stranger.call('GET', `/customers/${customer.id}`)).body.can.edit).toBe(false)
    const more = { ...target, body: mentionOf(third.userId) }
    expect((await say(stranger, more)).body.params.canShare).toBe(false)
    expect((await say(stranger, { ...more, share: true })).status).toBe(403)
    expect(await prisma.collaborator.count({ where: { recordId: customer.id } })).toBe(1)
  })

  it('readers come with the others of the name, who could be lent access', async () => {
    const { lin, customer } = await aScene()
    const far = await test.as({ role: 'rep', name: 'Uwe Quillfar' })
    const { body } = await lin.call('GET', `/customers/${customer.id}/readers?search=quillfar`)
    expect(body).toEqual({ items: [], others: [{ id: far.userId, label: 'Uwe Quillfar' }] })
  })
})

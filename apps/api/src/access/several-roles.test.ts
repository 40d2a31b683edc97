/** A person with two roles: each right reaches as far as the role that gives it. */
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../test/app.ts'

const test = useApp()
const world = () => test.database.prisma
const nouns = ['customers', 'contacts', 'opportunities', 'activities'] as const
type Noun = (typeof nouns)[number]
const every = <T>(value: T) => Object.fromEntries(nouns.map((noun) => [noun, value]))

const aRecord = async (noun: Noun, ownerId: string | null): Promise<string> => {
  if (noun === 'customers') return (await aCustomer(world(), { ownerId })).id
  if (noun === 'contacts') return (await aContact(world(), { ownerId })).id
  const { id: customerId } = await aCustomer(world())
  if (noun === 'opportunities') return (await anOpportunity(world(), { ownerId, customerId })).id
  return (await anActivity(world(), { ownerId, customerId })).id
}

const readerAndWriter = async (): Promise<Caller> => {
  const caller = await test.as({ rules: { rights: every(['read']), scopes: every('all') } })
  const writer = await aRole(world(), { rights: every(['read', 'update', 'delete']), scopes: every('self') })
  await world().userRole.create({ data: { userId: caller.userId, roleId: writer.id } })
  return caller
}

describe.each(nouns)('%s for who reads all by one role and writes his own by another', (noun) => {
  it('200 his own, 403 those of others, which he sees [B2] [B4]', async () => {
    const caller = await readerAndWriter()
    const sent = noun === 'activities' ? { subject: 'Changed', version: 1 } : { name: 'Changed', version: 1 }
    const [own, foreign] = [await aRecord(noun, caller.userId), await aRecord(noun, null)]
    const seen = await caller.call('GET', `/${noun}/${foreign}`)
    expect([seen.status, seen.body.can.edit, seen.body.can.delete]).toEqual([200, false, false])
    expect((await caller.call('PATCH', `/${noun}/${foreign}`, sent)).status).toBe(403)
    expect((await caller.call('DELETE', `/${noun}/${foreign}`)).status).toBe(403)
    expect((await caller.call('GET', `/${noun}/${foreign}`)).body.version).toBe(1)
    expect((await caller.call('PATCH', `/${noun}/${own}`, sent)).status).toBe(200)
    expect((await caller.call('DELETE', `/${noun}/${own}`)).status).toBe(204)
    expect((await caller.call('GET', `/${noun}?limit=200`)).body.items.length).toBeGreaterThan(0)
  })
})

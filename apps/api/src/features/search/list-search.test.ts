/** Lists search among what their reader may know, and by nothing else. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()

type Rules = Record<string, 'hidden' | 'masked'>
const clerk = (fieldRules: Rules) => {
  const rights = { customers: ['read'], opportunities: ['read'], users: ['read'] }
  return test.as({ rules: { rights, scopes: { customers: 'all', opportunities: 'all' }, fieldRules } })
}
const search = (who: Caller, noun: string, typed: string) =>
  who.call('GET', `/${noun}?search=${encodeURIComponent(typed)}&total=exact`)
const found = async (who: Caller, noun: string, typed: string): Promise<string[]> => {
  const { status, body } = await search(who, noun, typed)
  expect({ status, total: body.total?.value }).toEqual({ status: 200, total: body.items?.length })
  return body.items.map(({ id }: { id: string }) => id)
}

/** By which of its parts the record is found. */
const finding = async <P extends string>(
  who: Caller,
  noun: string,
  of: Record<P | 'id', string>,
  parts: readonly P[],
) => {
  const tried = await Promise.all(parts.map(async (part) => ({ part, ids: await found(who, noun, of[part]) })))
  return tried.filter(({ ids }) => ids.includes(of.id)).map(({ part }) => part)
}

const aKnown = async () => {
  const admin = await test.as()
  const { id: sourceId } = await aSource(test.database.prisma)
  const [name, shortName] = [`ＫＢ砾云${unique('')}`, unique('Short')]
  const { body } = await admin.call('POST', '/customers', { kind: 'company', name, shortName, sourceId })
  return { id: body.id as string, number: body.number as string, name, shortName }
}

describe('GET /customers?search', () => {
  it.each<[string, Rules, ('name' | 'pinyin' | 'shortName' | 'number')[]]>([
    ['all of it', {}, ['name', 'pinyin', 'shortName', 'number']],
    ['no short name', { 'customers.shortName': 'hidden' }, ['name', 'pinyin', 'number']],
    ['a masked short name', { 'customers.shortName': 'masked' }, ['name', 'pinyin', 'number']],
    ['no number', { 'customers.number': 'hidden' }, ['name', 'pinyin', 'shortName']],
    ['a masked name', { 'customers.name': 'masked' }, ['shortName', 'number']],
    ['the number alone', { 'customers.name': 'hidden', 'customers.shortName': 'masked' }, ['number']],
  ])('200 finds by what is read, for who reads %s [B3]', async (_, rules, known) => {
    const customer = await aKnown()
    const reader = await clerk(rules)
    const typed = { ...customer, name: customer.name.replace('ＫＢ', 'kb'), pinyin: 'kbliyun' }
    expect(await finding(reader, 'customers', typed, ['name', 'pinyin', 'shortName', 'number'])).toEqual(known)
  })

  it('200 needs every word in what is read', async () => {
    const { id, number, name, shortName } = await aKnown()
    const reader = await clerk({ 'customers.shortName': 'hidden' })
    expect(await found(reader, 'customers', `${number} ${name}`)).toEqual([id])
    expect(await found(reader, 'customers', `${number} ${shortName}`)).toEqual([])
  })

  it('403 says why where nothing is left to search in', async () => {
    const reader = await clerk({
      'customers.name': 'masked',
      'customers.shortName': 'hidden',
      'customers.number': 'hidden',
    })
    const { status, body } = await search(reader, 'customers', 'any')
    expect([status, body.code]).toEqual([403, 'search.hidden'])
  })
})

describe('GET /opportunities?search', () => {
  const aDeal = async () => {
    const customer = await aCustomer(test.database.prisma, { name: unique('Whose ') })
    const { id, number, name } = await anOpportunity(test.database.prisma, { customerId: customer.id })
    return { id, number, deal: name, customer: customer.name }
  }

  it.each<[string, Rules, ('deal' | 'number' | 'customer')[]]>([
    ['all of it', {}, ['deal', 'number', 'customer']],
    ['no number', { 'opportunities.number': 'hidden' }, ['deal', 'customer']],
    ['a masked name', { 'opportunities.name': 'masked' }, ['number', 'customer']],
    ['its customer alone', { 'opportunities.name': 'hidden', 'opportunities.number': 'hidden' }, ['customer']],
    ['not whose it is', { 'opportunities.customerId': 'hidden' }, ['deal', 'number']],
    ['no names of customers', { 'customers.name': 'masked' }, ['deal', 'number']],
    ['no numbers of customers', { 'customers.number': 'hidden' }, ['deal', 'number', 'customer']],
  ])('200 finds by what is read, for who reads %s [B3]', async (_, rules, known) => {
    const typed = await aDeal()
    const reader = await clerk(rules)
    expect(await finding(reader, 'opportunities', typed, ['deal', 'number', 'customer'])).toEqual(known)
  })
})

describe('GET /users?search', () => {
  it('200 finds colleagues by their names where addresses are hidden, and by no address [B3]', async () => {
    const sought = await test.as({ name: unique('Colleague ') })
    const user = await test.database.prisma.user.findUniqueOrThrow({ where: { id: sought.userId } })
    const reader = await clerk({ 'users.email': 'hidden' })
    expect(await found(reader, 'users', user.name)).toEqual([user.id])
    expect(await found(reader, 'users', user.email)).toEqual([])
  })
})

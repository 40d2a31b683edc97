import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'
import { HINTS_AN_HOUR } from './duplicate-hints.commands.ts'

const test = useApp()
type Who = Awaited<ReturnType<typeof test.as>>

let last = Date.now() % 10_000_000
const mobile = () => `138${String(++last).padStart(8, '0').slice(-8)}`
const phones = (number: string) => [{ type: 'mobile', number }]

const create = async (who: Who, more: object = {}) => {
  const { id: sourceId } = await aSource(test.database.prisma)
  return who.call('POST', '/customers', { kind: 'company', name: unique('Firm '), sourceId, ...more })
}
const made = async (who: Who, more: object = {}): Promise<string> => {
  const { status, body } = await create(who, more)
  expect(status).toBe(201)
  return body.id
}
const check = async (who: Who, record: object, recordType = 'customer', more: object = {}) => {
  const { status, body } = await who.call('POST', '/duplicates/check', { recordType, record, ...more })
  expect(status).toBe(200)
  return body
}
const keysOf = async (id: string) =>
  (await test.database.prisma.identityKey.findMany({ where: { recordId: id } }))
    .map(({ kind, value }) => `${kind} ${value}`)
    .toSorted()

describe('POST /duplicates/check', () => {
  it('200 names what it may be, how surely and why [S13]', async () => {
    const admin = await test.as()
    const [stem, number] = [unique(), mobile()]
    const id = await made(admin, { name: `上海${stem}有限公司`, city: '上海', phones: phones(number) })
    const { matches } = await check(admin, {
      kind: 'company',
      name: `${stem}（上海）集团`,
      phones: phones(`+86 ${number}`),
    })
    expect(matches).toMatchObject([{ id, level: 'certain', score: 100, reasons: ['phone', 'companyName'] }])
    expect((await check(admin, { kind: 'company', name: `${stem} Ltd`, city: '上海市' })).matches).toMatchObject([
      { id, level: 'likely', score: 85, reasons: ['companyName', 'city'] },
    ])
  })

  it('200 finds a similar name in the same town, and persons by name and birth date', async () => {
    const admin = await test.as()
    const stem = unique('northern quarries ')
    const id = await made(admin, { name: stem, city: 'Leeds' })
    const { matches } = await check(admin, { kind: 'company', name: `${stem.slice(0, -1)}x`, city: 'Leeds' })
    expect(matches).toMatchObject([{ id, reasons: ['similarCompanyName', 'city'] }])
    const name = `Anna ${unique('K')}`
    const person = await admin.call('POST', '/contacts', { name, birthDate: '1980-05-12' })
    const asked = { name: name.split(' ').toReversed().join(', '), birthDate: '1980-05-12' }
    expect((await check(admin, asked, 'contact')).matches).toMatchObject([
      { id: person.body.id, level: 'likely', reasons: ['birthDate', 'personName'] },
    ])
  })

  it('200 finds a Chinese name with another character in it', async () => {
    const admin = await test.as()
    const stem = Array.from({ length: 6 }, () => String.fromCharCode(0x5000 + Math.floor(Math.random() * 4096))).join(
      '',
    )
    const id = await made(admin, { name: `${stem}有限公司`, city: '昆明' })
    const written = `${stem.slice(0, 3)}错${stem.slice(4)}有限公司`
    expect((await check(admin, { kind: 'company', name: written, city: '昆明' })).matches).toMatchObject([
      { id, reasons: ['similarCompanyName', 'city'] },
    ])
  })

  it('200 leaves out the record itself, what lies in the trash, and finds it again once it is restored', async () => {
    const admin = await test.as()
    const record = { kind: 'company', name: 'Any', phones: phones(mobile()) }
    const id = await made(admin, record)
    expect((await check(admin, record, 'customer', { exceptId: id })).matches).toEqual([])
    await admin.call('DELETE', `/customers/${id}`)
    expect((await check(admin, record)).matches).toEqual([])
    await admin.call('POST', `/trash/${id}/restore`)
    expect((await check(admin, record)).matches).toMatchObject([{ id }])
  })

  it('200 follows every change of the record', async () => {
    const admin = await test.as()
    const [before, after] = [mobile(), mobile()]
    const id = await made(admin, { phones: phones(before), website: 'https://www.quarry.example' })
    const { body } = await admin.call('PATCH', `/customers/${id}`, { phones: phones(after), version: 1 })
    expect(body.version).toBe(2)
    expect((await check(admin, { kind: 'company', phones: phones(before) })).matches).toEqual([])
    expect((await check(admin, { kind: 'company', phones: phones(after) })).matches).toMatchObject([{ id }])
    expect(await keysOf(id)).toContain('domain quarry.example')
  })

  it('200 says of what lies beyond the caller’s reach only that it exists, whose and since when [B13]', async () => {
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const [name, number] = [unique('Secret '), mobile()]
    const id = await made(admin, { name, phones: phones(number) })
    const answer = await check(rep, { kind: 'company', phones: phones(number) })
    expect(answer).toMatchObject({
      matches: [],
      hintsUsed: false,
      hidden: [{ level: 'certain', since: expect.any(String) }],
    })
    expect(Object.keys(answer.hidden[0]).toSorted()).toEqual(['level', 'owner', 'since'])
    expect(JSON.stringify(answer)).not.toContain(id)
    expect(JSON.stringify(answer)).not.toContain(name)
  })

  it('200 tells of sixty hidden records an hour, also of many questions at once, and not of the sixty-first [B13]', async () => {
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const numbers = Array.from({ length: HINTS_AN_HOUR + 5 }, mobile)
    for (const number of numbers) await made(admin, { phones: phones(number) })
    const answers = await Promise.all(numbers.map((number) => check(rep, { kind: 'company', phones: phones(number) })))
    expect(answers.filter(({ hidden }) => hidden.length > 0)).toHaveLength(HINTS_AN_HOUR)
    const [known, other] = [
      await check(rep, {
        kind: 'company',
        phones: phones(numbers[answers.findIndex(({ hidden }) => hidden.length === 1)] ?? ''),
      }),
      await check(rep, { kind: 'company', phones: phones(mobile()) }),
    ]
    expect(known).toMatchObject({ hintsUsed: true, hidden: [{ level: 'certain' }] })
    expect(other).toEqual({ matches: [], hidden: [], hintsUsed: true })
  })

  it('200 does not let feel a field that the caller may not read [B3]', async () => {
    const admin = await test.as()
    const fieldRules = { 'customers.phones': 'masked', 'customers.taxNo': 'hidden' } as const
    const clerk = await test.as({
      rules: { rights: { customers: ['read', 'create'] }, scopes: { customers: 'all' }, fieldRules },
    })
    const [number, taxNo] = [mobile(), unique('TAX')]
    await made(admin, { phones: phones(number), taxNo })
    const nothing = { matches: [], hidden: [], hintsUsed: false }
    expect(await check(clerk, { kind: 'company', phones: phones(number) })).toEqual(nothing)
    expect(await check(clerk, { kind: 'company', taxNo })).toEqual(nothing)
  })

  it('200 answers for a customer beyond the caller’s reach as for none at all [B13]', async () => {
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const name = `Rosa ${unique('Vale')}`
    const customerId = await made(admin)
    // His own, so that the person is no secret and only the place is.
    const person = await aContact(test.database.prisma, {
      name,
      birthDate: new Date('1979-03-08'),
      customerIds: [customerId],
      ownerId: rep.userId,
    })
    const record = { name: `${name.slice(0, -1)}x`, birthDate: '1979-08-03' }
    const asked = (id: string) => check(rep, { ...record, customerIds: [id] }, 'contact')
    expect((await check(admin, { ...record, customerIds: [customerId] }, 'contact')).matches).toMatchObject([
      { id: person.id },
    ])
    expect(await asked(customerId)).toEqual(await asked(crypto.randomUUID()))
    expect((await asked(customerId)).matches).toEqual([])
  })

  it('403 for who may neither create nor change such records', async () => {
    const reader = await test.as({ rules: { rights: { customers: ['read'] } } })
    const question = { recordType: 'customer', record: { name: 'A' } }
    expect((await reader.call('POST', '/duplicates/check', question)).status).toBe(403)
  })

  it.each([{ recordType: 'lead', record: {} }, { recordType: 'customer', record: { nick: 'A' } }, { record: {} }])(
    '400 for %j',
    async (body) => {
      const admin = await test.as()
      expect((await admin.call('POST', '/duplicates/check', body)).status).toBe(400)
    },
  )
})

describe('POST /customers', () => {
  it('409 for what is certainly there, with the matches; nothing is written [S13]', async () => {
    const admin = await test.as()
    const number = mobile()
    const id = await made(admin, { phones: phones(number) })
    const before = await test.database.prisma.customer.count()
    const { status, body } = await create(admin, { phones: phones(number) })
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'duplicate.certain' })
    expect(body.params).toMatchObject({ matches: [{ id, reasons: ['phone'] }], hidden: [], mayOverride: true })
    expect(await test.database.prisma.customer.count()).toBe(before)
  })

  it('201 with the right and a reason, which the trail keeps; without the right 409 all the same', async () => {
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const number = mobile()
    await made(rep, { phones: phones(number) })
    expect((await create(rep, { phones: phones(number), duplicateReason: 'Two brothers' })).status).toBe(409)
    const id = await made(admin, { phones: phones(number), duplicateReason: 'Two brothers' })
    const event = await test.database.prisma.event.findFirst({ where: { recordId: id, type: 'customer.created' } })
    expect(event?.reason).toBe('Two brothers')
  })

  it('409 tells of what is hidden no more than that it exists; 201 and a review once the hints are used [B13]', async () => {
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const number = mobile()
    const id = await made(admin, { phones: phones(number) })
    const refused = await create(rep, { phones: phones(number) })
    expect(refused.body.params).toMatchObject({ matches: [], hidden: [{ level: 'certain' }], mayOverride: false })
    expect(JSON.stringify(refused.body)).not.toContain(id)
    const { prisma } = test.database
    const ids = await prisma.$queryRaw<
      { id: string }[]
    >`select uuidv7()::text as id from generate_series(1, ${HINTS_AN_HOUR}::int)`
    await prisma.duplicateHint.update({ where: { userId: rep.userId }, data: { recordIds: ids.map((row) => row.id) } })
    const second = await made(rep, { phones: phones(number) })
    expect(await prisma.duplicateCandidate.findMany({ where: { bId: second } })).toMatchObject([{ aId: id, score: 90 }])
  })

  it('201 for what is likely there, and the pair is put aside for review', async () => {
    const admin = await test.as()
    const name = unique('Likely ')
    const [first, second] = [await made(admin, { name }), await made(admin, { name: `${name} Ltd` })]
    const rows = await test.database.prisma.duplicateCandidate.findMany({ where: { aId: first, bId: second } })
    expect(rows).toMatchObject([{ recordType: 'customer', score: 70, reasons: ['companyName'], status: 'open' }])
  })

  it('201 for one of twenty who enter the same at the same moment', async () => {
    const admin = await test.as()
    const number = mobile()
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(admin, { phones: phones(number) })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 19 }, () => 409)])
  })
})

describe('POST /contacts', () => {
  it('409 for the same mailbox, 201 for a shared one', async () => {
    const admin = await test.as()
    const domain = `${unique('d')}.example`
    const contact = (name: string, address: string) =>
      admin.call('POST', '/contacts', { name, emails: [{ type: 'work', address }] })
    expect((await contact('A', `wang@${domain}`)).status).toBe(201)
    expect((await contact('B', `Wang@${domain}`)).body.code).toBe('duplicate.certain')
    expect((await contact('C', `info@${domain}`)).status).toBe(201)
    expect((await contact('D', `info@${domain}`)).status).toBe(201)
  })
})

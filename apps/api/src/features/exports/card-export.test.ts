/** Contacts as address cards: what the caller may see, as phones take it. */
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { exported, fileOf } from '../../test/exports.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()

const aPerson = async () => {
  const { prisma } = test.database
  const customer = await aCustomer(prisma, { name: unique('启明水务') })
  const person = await aContact(prisma, {
    name: '周工',
    customerIds: [customer.id],
    phones: [{ type: 'mobile', number: '13900010177', e164: '+8613900010177', valid: true }],
    emails: [{ type: 'work', address: 'zhou@example.com' }],
    note: 'Only in the morning',
    tags: ['展会'],
    wechat: unique('zhou'),
  })
  const filter = { field: 'wechat', op: 'eq', value: person.wechat }
  return { person, customer, body: { entity: 'contacts', format: 'vcf', filter } }
}

describe('POST /exports as vCard', () => {
  it('202 writes one person with his place, and sends the file as a card', async () => {
    const admin = await test.as()
    const { person, customer, body } = await aPerson()
    const job = await exported(test, admin, body)
    expect(job).toMatchObject({ state: 'done', total: 1 })
    const card = (await fileOf(test, job.id)).toString().replaceAll('\r\n ', '')
    expect(card.split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'PRODID:-//Rapport//Rapport//EN',
      `UID:urn:uuid:${person.id}`,
      'FN:周工',
      'N:周工;;;;',
      'TEL;TYPE=cell:13900010177',
      'EMAIL;TYPE=work:zhou@example.com',
      `ORG:${customer.name};`,
      `X-WECHAT:${person.wechat}`,
      'CATEGORIES:展会',
      'NOTE:Only in the morning',
      'END:VCARD',
      '',
    ])
    const { headers } = await admin.call('GET', `/exports/${job.id}/file`)
    expect(headers).toMatchObject({ 'content-type': 'text/vcard; charset=utf-8' })
    expect(String(headers['content-disposition'])).toMatch(/\.vcf$/)
  })

  it('202 leaves out what is hidden or masked for its owner [B3]', async () => {
    const { body, person, customer } = await aPerson()
    const rights = { contacts: ['read', 'export'], customers: ['read'] }
    const scopes = { contacts: 'all', customers: 'all' }
    const fieldRules = { 'contacts.phones': 'masked', 'contacts.note': 'hidden', 'contacts.name': 'masked' }
    const blind = await test.as({ rules: { rights, scopes, fieldRules } })
    const card = (await fileOf(test, (await exported(test, blind, body)).id)).toString()
    expect(card).toContain(`UID:urn:uuid:${person.id}`)
    expect(card.replaceAll('\r\n ', '')).toContain(customer.name)
    for (const told of ['周工', '00010177', 'TEL', 'Only in the morning']) expect(card).not.toContain(told)
  })

  it('400 for what has no cards', async () => {
    const { status, body } = await (await test.as()).call('POST', '/exports', { entity: 'products', format: 'vcf' })
    expect([status, body.errors[0]]).toMatchObject([400, { path: 'format', code: 'field.choice' }])
  })

  it('202 makes cards of the persons among customers, and says by its total how many were left out', async () => {
    const admin = await test.as()
    const { tag, person, company } = await twoCustomers()
    const filter = { field: 'tags', op: 'hasAny', value: [tag] }
    const job = await exported(test, admin, { entity: 'customers', format: 'vcf', filter })
    expect(job).toMatchObject({ state: 'done', total: 2, done: 1 })
    const cards = (await fileOf(test, job.id)).toString().replaceAll('\r\n ', '')
    expect(cards).toContain(`UID:urn:uuid:${person.id}`)
    expect(cards).toContain('ADR:;;文三路 1 号;杭州;浙江;310000;中国')
    expect(cards).not.toContain(company.id)
    // Who may not know which is which would learn it from the cards.
    const fieldRules = { 'customers.kind': 'hidden' as const }
    const rules = { rights: { customers: ['read', 'export'] }, scopes: { customers: 'all' }, fieldRules } as const
    const blind = await test.as({ rules })
    const refused = await blind.call('POST', '/exports', { entity: 'customers', format: 'vcf', filter })
    expect([refused.status, refused.body.code]).toEqual([400, 'filter.field'])
  })
})

const twoCustomers = async () => {
  const { prisma } = test.database
  const tag = unique('tag')
  const person = await aCustomer(prisma, {
    kind: 'person',
    name: unique('王小明 '),
    country: '中国',
    region: '浙江',
    city: '杭州',
    addresses: [
      {
        type: 'home',
        country: null,
        region: null,
        city: null,
        district: null,
        street: '文三路 1 号',
        postcode: '310000',
      },
    ],
    phones: [{ type: 'mobile', number: '13900010178', e164: '+8613900010178', valid: true }],
    birthDate: new Date('1980-02-29T00:00:00Z'),
    website: 'https://example.com/a;b',
    tags: [tag],
  })
  return { tag, person, company: await aCustomer(prisma, { name: unique('Works '), tags: [tag] }) }
}

describe('GET /contacts/:id/vcard and /customers/:id/vcard', () => {
  it('200 sends the card under a name that any system of files takes', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const contact = await aContact(prisma, { name: 'Ann/Bo: "x"\u202e.exe' })
    const { status, headers, body: text } = await admin.call('GET', `/contacts/${contact.id}/vcard`)
    expect([status, headers['content-type']]).toEqual([200, 'text/vcard; charset=utf-8'])
    const name = encodeURIComponent('Ann Bo x .exe.vcf')
    expect(headers['content-disposition']).toBe(`attachment; filename="contact.vcf"; filename*=UTF-8''${name}`)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(text).toContain(`UID:urn:uuid:${contact.id}`)
  })

  it('200 leaves out what is hidden or masked, and is named by nobody then [B3]', async () => {
    const { person, customer } = await aPerson()
    const rights = { contacts: ['read'], customers: ['read'] }
    const scopes = { contacts: 'all', customers: 'all' }
    const fieldRules = { 'contacts.phones': 'masked', 'contacts.note': 'hidden', 'contacts.name': 'masked' }
    const blind = await test.as({ rules: { rights, scopes, fieldRules } })
    const { body: text, headers } = await blind.call('GET', `/contacts/${person.id}/vcard`)
    expect(text.replaceAll('\r\n ', '')).toContain(customer.name)
    for (const told of ['周工', '00010177', 'TEL', 'Only in the morning']) expect(text).not.toContain(told)
    expect(headers['content-disposition']).toContain("UTF-8''contact.vcf")
  })

  it('200 for a person among customers, 409 for a company, and for anybody where kinds are hidden', async () => {
    const { person, company } = await twoCustomers()
    const admin = await test.as()
    const own = await admin.call('GET', `/customers/${person.id}/vcard`)
    expect([own.status, own.body.includes('BDAY:19800229')]).toEqual([200, true])
    const refused = await admin.call('GET', `/customers/${company.id}/vcard`)
    expect([refused.status, refused.body.code]).toEqual([409, 'card.company'])
    const fieldRules = { 'customers.kind': 'hidden' as const }
    const blind = await test.as({
      rules: { rights: { customers: ['read'] }, scopes: { customers: 'all' }, fieldRules },
    })
    for (const { id } of [person, company])
      expect((await blind.call('GET', `/customers/${id}/vcard`)).body.code).toBe('card.company')
  })
})

describe('what was exported as cards and is imported again', () => {
  const imported = async (caller: Caller, entity: string, file: Buffer | string, mode = 'upsert') => {
    const { body } = await test.upload(caller, entity, file, 'own.vcf')
    expect(body).toMatchObject({ mode, matchKeys: ['rapportId'], exported: false, missing: [] })
    const { body: mapped } = await caller.call('PATCH', `/imports/${body.id}`, { version: body.version })
    await caller.call('POST', `/imports/${body.id}/dry-run`, { version: mapped.version })
    await test.work()
    return (await caller.call('GET', `/imports/${body.id}`)).body
  }
  const same = {
    problems: [],
    checked: { new: 0, update: 1, duplicate: 0, error: 0, changes: 0, warnings: 0 },
  }

  it('changes nothing, neither in people nor in customers, in lists and one by one', async () => {
    const admin = await test.as()
    await aSource(test.database.prisma, { kind: 'import' })
    const { person: contact, body } = await aPerson()
    const { person, tag } = await twoCustomers()
    const list = await fileOf(test, (await exported(test, admin, body)).id)
    expect(await imported(admin, 'contacts', list)).toMatchObject(same)
    const one = (await admin.call('GET', `/contacts/${contact.id}/vcard`)).body
    expect(await imported(admin, 'contacts', one)).toMatchObject(same)
    const filter = { field: 'tags', op: 'hasAny', value: [tag] }
    const people = await exported(test, admin, { entity: 'customers', format: 'vcf', filter })
    expect(await imported(admin, 'customers', await fileOf(test, people.id))).toMatchObject(same)
    const own = (await admin.call('GET', `/customers/${person.id}/vcard`)).body
    expect(await imported(admin, 'customers', own)).toMatchObject(same)
  })

  it('changes what was changed in the card, and no name that was not told in it', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const { person } = await aPerson()
    const card = (await admin.call('GET', `/contacts/${person.id}/vcard`)).body
    const moved = card
      .replace('Only in the morning', 'Only at night')
      .replace(/^FN:.*$/m, 'FN:X')
      .replace(/^N:.*$/m, 'N:;;;;')
    const { id, version } = await imported(admin, 'contacts', moved, 'update')
    await admin.call('POST', `/imports/${id}/run`, { version })
    await test.work()
    expect(await prisma.contact.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
      name: '周工',
      note: 'Only at night',
    })
  })
})

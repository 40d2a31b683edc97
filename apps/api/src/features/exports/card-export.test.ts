/** Contacts as address cards: what the caller may see, as phones take it. */
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
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
    const { status, body } = await (await test.as()).call('POST', '/exports', { entity: 'customers', format: 'vcf' })
    expect([status, body.errors[0]]).toMatchObject([400, { path: 'format', code: 'field.choice' }])
  })
})

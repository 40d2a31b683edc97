/** What was exported comes back as it was: the import knows every column by itself, and finds nothing to change. */
import { isCleanText, text } from '@rapport/domain/contract/text.ts'
import { hostileStrings } from '@rapport/domain/test/hostile.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { exported, fileOf } from '../../test/exports.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()

const nasty = [
  '=1+1',
  '+86 138',
  '-5',
  '@SUM(A1)',
  "'=1",
  "''",
  '\t=1',
  '\r\nx',
  'a\rb\n',
  '"quoted", and, more',
  '007',
  '12345678901234567890.10',
  '1e5',
  '2026-01-02',
  '真',
  '  spaces  ',
  '👩‍👩‍👧‍👦',
  '＝1',
  '|x',
  '%',
  'a;b；c\\;d',
  '_x000D_x000A_',
  '<b>&amp;</b>]]>',
]
const fits = text(100, 1)
// A picture of NUL is how a file with NUL in it is told apart.
const some = hostileStrings.filter((_, at) => at % 4 === 0)
const texts = [...nasty, ...some]
  .map((one) => one.normalize('NFC'))
  .filter((one) => isCleanText(one) && !one.includes('\u2400') && fits.safeParse(one).success)

/** Uploads and checks a file with nothing set by hand; the import as it stands then. */
const checked = async (caller: Caller, entity: string, file: Buffer, name: string) => {
  const { body } = await test.upload(caller, entity, file, name)
  expect(body).toMatchObject({ exported: true, mode: 'upsert', matchKeys: ['rapportId'], missing: [] })
  const { body: mapped } = await caller.call('PATCH', `/imports/${body.id}`, { version: body.version })
  const { status, body: reply } = await caller.call('POST', `/imports/${body.id}/dry-run`, { version: mapped.version })
  expect([status, reply.code, reply.errors]).toEqual([202, undefined, undefined])
  await test.work()
  return (await caller.call('GET', `/imports/${body.id}`)).body
}
const nothingNew = (count: number) => ({
  problems: [],
  checked: { new: 0, update: count, duplicate: 0, error: 0, changes: 0, warnings: 0 },
})
const run = async (caller: Caller, { id, version }: { id: string; version: number }) => {
  await caller.call('POST', `/imports/${id}/run`, { version })
  await test.work()
}

it.each(['csv', 'xlsx'])('gives every text back byte by byte, as %s [D5]', async (format) => {
  const { prisma } = test.database
  const admin = await test.as()
  const region = unique('region ')
  const sourceId = (await aSource(prisma)).id
  const at = (index: number) => texts[index % texts.length] as string
  const rows = Array.from({ length: Math.ceil(texts.length / 4) }, (_, row) => {
    const [name, shortName, note, country] = [0, 1, 2, 3].map((part) => at(row * 4 + part)) as [
      string,
      string,
      string,
      string,
    ]
    const tags = [...new Set([at(row), at(row + 7)])].filter((tag) => [...tag].length <= 50)
    return {
      name,
      shortName,
      note,
      tags,
      country: country.slice(0, 60).toWellFormed(),
      number: unique('CUS-'),
      kind: 'company',
      region,
      sourceId,
    }
  })
  await prisma.customer.createMany({ data: rows })
  const asked = { entity: 'customers', filter: { field: 'region', op: 'eq', value: region }, sort: ['number'] }
  const fields = ['number', 'name', 'kind', 'sourceId', 'shortName', 'note', 'tags', 'country']
  const write = async (as: string) => fileOf(test, (await exported(test, admin, { ...asked, fields, format: as })).id)
  const [told, file] = [await write('csv'), await write(format)]
  expect(await checked(admin, 'customers', file, `a.${format}`)).toMatchObject(nothingNew(rows.length))
  await prisma.customer.updateMany({
    where: { region },
    data: { name: 'another', shortName: null, note: null, tags: [], country: 'elsewhere' },
  })
  await run(admin, await checked(admin, 'customers', file, `a.${format}`))
  expect((await write('csv')).equals(told)).toBe(true)
})

describe.each([
  ['zh-CN', 'csv'],
  ['en', 'xlsx'],
])('in %s as %s, with all columns', (language, format) => {
  const whole = async (caller: Caller, entity: string, tag: string) => {
    const filter = { field: 'tags', op: 'hasAny', value: [tag] }
    const job = await exported(test, caller, { entity, filter, format, language })
    return checked(caller, entity, await fileOf(test, job.id), `a.${format}`)
  }

  it('a dry run finds nothing to change in customers and their people', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    // Namesakes, somebody who left, and a source that is chosen no more.
    const sourceId = (await aSource(prisma, { archivedAt: new Date() })).id
    const [name, left] = [unique('Parent '), unique('Left ')]
    const owners = [await aUser(prisma, { name: left }), await aUser(prisma, { name: left, status: 'left' })]
    const tags = [unique('tag')]
    const parents = [await aCustomer(prisma, { name, tags }), await aCustomer(prisma, { name, tags })]
    const customer = await aCustomer(prisma, {
      sourceId,
      ownerId: owners[1]!.id,
      parentId: parents[1]!.id,
      annualRevenue: '12000000.5',
      currency: 'USD',
      phones: [
        { type: 'work', number: '0571 8888 0000', e164: '+8657188880000', valid: true },
        { type: 'mobile', number: '13800004417', e164: '+8613800004417', valid: true },
      ],
      emails: [{ type: 'home', address: 'a@example.com' }],
      addresses: [
        {
          type: 'delivery',
          country: '中国',
          region: null,
          city: '杭州',
          district: null,
          street: null,
          postcode: '310000',
        },
        { type: 'office', country: null, region: null, city: '宁波', district: null, street: null, postcode: null },
      ],
      strategicUntil: new Date('2030-12-31T00:00:00Z'),
      birthDate: new Date('1980-02-29T00:00:00Z'),
      foundedYear: 1999,
      externalSource: 'erp',
      externalId: unique('00'),
      tags,
    })
    expect(await whole(admin, 'customers', tags[0]!)).toMatchObject(nothingNew(3))
    await aContact(prisma, { customerIds: [parents[0]!.id, customer.id], doNotCall: true, tags })
    expect(await whole(admin, 'contacts', tags[0]!)).toMatchObject(nothingNew(1))
  })

  it('a dry run finds nothing to change in deals and products', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const customerId = (await aCustomer(prisma)).id
    const tags = [unique('tag')]
    await anOpportunity(prisma, {
      customerId,
      tags,
      amount: '1234.56',
      expectedCloseAt: new Date('2031-01-31T00:00:00Z'),
    })
    expect(await whole(admin, 'opportunities', tags[0]!)).toMatchObject(nothingNew(1))
    const label = { zh: unique('泵'), en: unique('Pump') }
    await aProduct(prisma, { label, listPrice: '19.9', cost: '7', taxRate: '0.13', active: false, tags })
    expect(await whole(admin, 'products', tags[0]!)).toMatchObject(nothingNew(1))
  })
})

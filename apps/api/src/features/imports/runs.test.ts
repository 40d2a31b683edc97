import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()
let admin: Caller
beforeAll(async () => {
  await aSource(test.database.prisma, { kind: 'import' })
  admin = await test.as()
})

const customersNamed = (...names: string[]) =>
  test.database.prisma.customer.findMany({ where: { name: { in: names } }, orderBy: { name: 'asc' } })

describe('customers', () => {
  it('come in with numbers, sounds, phones, contact and events, all in their place', async () => {
    const owner = await aUser(test.database.prisma, { name: unique('林舒然') })
    const [name, other] = [unique('溧阳三棵柳机电'), unique('桐乡绵里丝绸有限公司')]
    const file = `单位名称,联系人,手机号,业务员,年采购额（万）,标签\n${name},钱望舒,138 0000 4417,${owner.name},12.5,"重点, 机电"\n${other},,1390000235,,80,\n`
    const done = await test.bringIn(admin, 'customers', file)
    expect(done).toMatchObject({ status: 'done', created: 2, failed: 0, rowCount: 2 })
    expect(done.problems).toMatchObject([
      { code: 'phone.invalid', severity: 'warning', column: '手机号', values: [{ value: '1390000235' }] },
    ])
    const customers = await customersNamed(name, other)
    expect(customers.find((one) => one.name === name)).toMatchObject({
      kind: 'company',
      ownerId: owner.id,
      tags: ['重点', '机电'],
      lifecycle: 'prospect',
      pinyinInitials: expect.stringContaining('lysklj'),
    })
    expect(customers.map(({ annualRevenue }) => Number(annualRevenue)).toSorted((a, b) => a - b)).toEqual([
      125_000, 800_000,
    ])
    expect(customers.find((one) => one.name === other)).toMatchObject({
      ownerId: admin.userId,
      phones: [{ number: '1390000235', valid: false }],
    })
    const [contact] = await test.database.prisma.contact.findMany({
      where: { customers: { some: { customer: { name } } } },
      include: { customers: true },
    })
    expect(contact).toMatchObject({ name: '钱望舒', customers: [{ primary: true, active: true }] })
    const events = await test.database.prisma.event.findMany({
      where: { customerId: { in: customers.map(({ id }) => id) } },
    })
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      'contact.imported',
      'customer.imported',
      'customer.imported',
    ])
  })

  it('wait for their parents in the same file, whatever the order, and fail with a parent that fails', async () => {
    const [grand, parent, child, orphan, bad] = ['g', 'p', 'c', 'o', 'b'].map((letter) => unique(`${letter}-`))
    const file = `name,subsidiary of,employees\n${child},${parent},1\n${parent},${grand},2\n${orphan},${bad},3\n${grand},,4\n${bad},,minus\n`
    const done = await test.bringIn(admin, 'customers', file)
    expect(done).toMatchObject({ created: 3, failed: 2 })
    const [c, , g, p] = await customersNamed(child ?? '', parent ?? '', grand ?? '', orphan ?? '').then((all) =>
      [child, '', grand, parent].map((name) => all.find((one) => one.name === name)),
    )
    expect([c?.parentId, p?.parentId, g?.parentId]).toEqual([p?.id, g?.id, null])
  })

  it('are never guessed: unknown and ambiguous names are errors with proposals', async () => {
    const name = unique('刘晨')
    await aUser(test.database.prisma, { name })
    await aUser(test.database.prisma, { name })
    const known = await aUser(test.database.prisma, { name: unique('Moses Frase ') })
    const file = `name,owner\n${unique()},${name}\n${unique()},${known.name.replace(' ', '')}\n`
    const done = await test.bringIn(admin, 'customers', file)
    expect(done).toMatchObject({ created: 0, failed: 2 })
    expect(done.problems).toMatchObject([
      {
        code: 'import.ambiguous',
        target: 'ownerId',
        values: [{ value: name, proposals: [{ label: name }, { label: name }] }],
      },
      { code: 'import.unresolved', target: 'ownerId', values: [{ proposals: [{ id: known.id, label: known.name }] }] },
    ])
  })

  it('match by name, exactly or alike, and the decision counts', async () => {
    const [same, alike, merged] = [unique('昆明云能'), unique('苏州绵里'), unique('常州三棵')]
    for (const name of [same, `${alike}有限公司`, merged]) await test.bringIn(admin, 'customers', `name\n${name}\n`)
    const { body: uploaded } = await test.upload(
      admin,
      'customers',
      `name,city,website\n${same},昆明,\n${alike},苏州,\n${merged},常州,x.example.com\n${unique()},,\n`,
    )
    const id = uploaded.id
    await admin.call('PATCH', `/imports/${id}`, { mode: 'create', version: 1 })
    await admin.call('POST', `/imports/${id}/dry-run`, { version: 2 })
    await test.work()
    const { body: rows } = await admin.call('GET', `/imports/${id}/rows?verdict=duplicate`)
    expect(rows.items).toMatchObject([
      {
        rowNo: 1,
        record: { label: same },
        problems: [{ code: 'import.duplicate', message: `Duplicate of the existing record "${same}"` }],
      },
      { rowNo: 2, record: { label: `${alike}有限公司` } },
      { rowNo: 3 },
    ])
    const decided = await admin.call('POST', `/imports/${id}/decide`, {
      rows: [
        { rowNo: 1, decision: 'update' },
        { rowNo: 2, decision: 'create' },
        { rowNo: 3, decision: 'skip' },
      ],
      version: 4,
    })
    expect([decided.status, decided.body.checked]).toEqual([
      200,
      expect.objectContaining({ new: 2, update: 1, duplicate: 1 }),
    ])
    await admin.call('POST', `/imports/${id}/run`, { version: decided.body.version })
    await test.work()
    expect((await admin.call('GET', `/imports/${id}`)).body).toMatchObject({
      created: 2,
      updated: 1,
      skipped: 1,
      failed: 0,
    })
    expect(await customersNamed(same)).toMatchObject([{ city: '昆明', version: 2 }])
    expect(await customersNamed(merged)).toMatchObject([{ city: null }])
  })

  it('are updated by the rules of a person’s change; blank cells empty nothing', async () => {
    const name = unique('客户')
    await test.bringIn(admin, 'customers', `name,city,employees,电话\n${name},苏州,10,0512-6666 0001\n`)
    const done = await test.bringIn(
      admin,
      'customers',
      `name,city,employees,电话\n${name},,12,0512-6666 0002\n${unique()},,1,\n`,
      { mode: 'update', fill: 'all' },
    )
    expect(done).toMatchObject({ created: 0, updated: 1, failed: 1, checked: { update: 1, changes: 2 } })
    const [customer] = await customersNamed(name)
    expect(customer).toMatchObject({ city: '苏州', employees: 12, version: 2 })
    expect(customer?.phones).toMatchObject([{ number: '0512-6666 0001' }, { number: '0512-6666 0002' }])
    const [event] = await test.database.prisma.event.findMany({
      where: { recordId: customer?.id ?? '', type: 'customer.updated' },
    })
    expect(event?.changes).toContainEqual({ field: 'employees', old: 10, new: 12 })
  })
})

describe('GET /imports/:id/errors.csv', () => {
  it('200 gives the failed rows as they came with the reason, and they come in once they are right', async () => {
    const name = unique('客户')
    const done = await test.bringIn(
      admin,
      'customers',
      `name,employees,note\n${name},many,"=1+1, ""quoted"""\n${unique()},5,fine\n`,
    )
    const { body: file, headers } = await admin.call('GET', `/imports/${done.id}/errors.csv`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(file).toBe(
      `\ufeffname,employees,note,Reason\r\n${name},many,"'=1+1, ""quoted""",employees: Not a number\r\n`,
    )
    const again = await test.bringIn(admin, 'customers', String(file).replace('many', '7'))
    expect(again).toMatchObject({
      created: 1,
      exported: true,
      proposal: [{}, {}, {}, { column: 'Reason', target: null }],
    })
    expect(await customersNamed(name)).toMatchObject([{ employees: 7, note: '=1+1, "quoted"' }])
  })
})

describe('POST /imports/:id/decide', () => {
  it('200 puts cells right and checks these rows again, 422 for a column that is not there', async () => {
    const name = unique('客户')
    const { body } = await test.upload(admin, 'customers', `name,employees\n${name},many\n`)
    await admin.call('PATCH', `/imports/${body.id}`, { mode: 'create', version: 1 })
    await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 2 })
    await test.work()
    const fix = (column: string) =>
      admin.call('POST', `/imports/${body.id}/decide`, {
        rows: [{ rowNo: 1, cells: [{ column, value: '9' }] }],
        version: 4,
      })
    expect((await fix('age')).body.errors[0].code).toBe('import.column')
    expect((await fix('employees')).body).toMatchObject({ checked: { new: 1, error: 0 }, problems: [] })
    expect((await admin.call('GET', `/imports/${body.id}/rows`)).body.items).toMatchObject([
      {
        raw: [name, '9'],
        values: [
          { target: 'name', value: name },
          { target: 'employees', value: '9' },
          { target: 'kind', value: 'company' },
        ],
      },
    ])
  })
})

import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { Client } from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Caller } from '../../../test/app.ts'
import { useImports } from '../../../test/imports.ts'

const test = useImports()
let admin: Caller
let sourceId: string
beforeAll(async () => {
  admin = await test.as()
  sourceId = (await aSource(test.database.prisma, { kind: 'import' })).id
})

let last = Date.now() % 10_000_000
const mobile = () => `139${String(++last).padStart(8, '0').slice(-8)}`
const phones = (number: string) => [{ type: 'mobile', number }]

const aRecord = async (who: Caller, more: object) => {
  const { status, body } = await who.call('POST', '/customers', { kind: 'company', sourceId, ...more })
  expect(status).toBe(201)
  return body as { id: string; name: string }
}

const settings = {
  mapping: [
    { column: 'customer', target: 'name' },
    { column: 'tel', target: 'phones.mobile' },
    { column: 'town', target: 'city' },
  ],
  matchKeys: [],
}

/** A file of customers, checked; with what it takes to go on. */
const checked = async (who: Caller, rows: string[][], more: object = {}) => {
  const file = ['customer,tel,town', ...rows.map((row) => row.join(','))].join('\n')
  const { body: uploaded } = await test.upload(who, 'customers', file)
  const path = `/imports/${uploaded.id}`
  const read = async () => (await who.call('GET', path)).body
  const settled = await who.call('PATCH', path, { ...settings, ...more, sourceId, version: uploaded.version })
  expect(settled.status).toBe(200)
  const step = async (name: string) => {
    const answer = await who.call('POST', `${path}/${name}`, { version: (await read()).version })
    expect(answer.status).toBe(202)
    await test.work()
  }
  await step('dry-run')
  return {
    id: uploaded.id as string,
    read,
    rows: async (search = '') => (await who.call('GET', `${path}/rows${search}`)).body.items,
    decide: async (body: object) => who.call('POST', `${path}/decide`, { ...body, version: (await read()).version }),
    run: async () => {
      await step('run')
      const done = await read()
      expect(done.created + done.updated + done.skipped + done.failed).toBe(done.rowCount)
      return done
    },
  }
}
const called = (name: string) => test.database.prisma.customer.count({ where: { name } })

describe('the check of duplicates in a dry run', () => {
  it('200 tells what is certainly and what is likely there, and why; nothing comes in undecided [S13]', async () => {
    const [number, stem] = [mobile(), unique('Quarry')]
    const there = await aRecord(admin, { name: `${stem} GmbH`, city: 'Leeds', phones: phones(number) })
    const fresh = unique('Fresh ')
    const one = await checked(admin, [
      [unique('Another '), number, ''],
      [`${stem} Ltd`, '', 'Leeds'],
      [fresh, mobile(), ''],
    ])
    expect((await one.read()).checked).toMatchObject({ new: 1, duplicate: 2, certain: 1, likely: 1, writes: 1 })
    const rows = await one.rows()
    expect(rows).toMatchObject([
      {
        verdict: 'duplicate',
        level: 'certain',
        record: { id: there.id },
        matches: [{ score: 90, reasons: ['phone'] }],
      },
      {
        verdict: 'duplicate',
        level: 'likely',
        matches: [{ id: there.id, label: there.name, score: 85, reasons: ['companyName', 'city'] }],
        problems: [{ code: 'import.likelyDuplicate', severity: 'warning' }],
      },
      { verdict: 'new', level: null, matches: [], hidden: [], sameAs: [] },
    ])
    expect(await one.rows('?level=likely')).toHaveLength(1)
    expect(await one.run()).toMatchObject({ created: 1, updated: 0, skipped: 2, failed: 0 })
  })

  it('409 creates what certainly is there only for a reason and with the right, also in the run [S13] [B4]', async () => {
    const number = mobile()
    const there = await aRecord(admin, { name: unique('There '), phones: phones(number) })
    const name = unique('Again ')
    const one = await checked(admin, [[name, number, '']])
    const create = { rows: [{ rowNo: 1, decision: 'create' }] }
    const refused = await one.decide(create)
    expect(refused).toMatchObject({ status: 409, body: { code: 'duplicate.certain', params: { rows: [1] } } })
    expect(await one.rows()).toMatchObject([{ decision: null, verdict: 'duplicate' }])
    expect((await one.decide({ all: { verdict: 'duplicate', decision: 'create' } })).status).toBe(409)
    expect(await one.decide({ ...create, reason: 'a branch of its own' })).toMatchObject({ status: 200 })
    expect(await one.run()).toMatchObject({ created: 1 })
    const made = await test.database.prisma.customer.findFirstOrThrow({ where: { name } })
    expect(await test.database.prisma.event.findFirst({ where: { recordId: made.id } })).toMatchObject({
      type: 'customer.imported',
      reason: 'a branch of its own',
    })
    const [aId = '', bId = ''] = [made.id, there.id].toSorted()
    expect(await test.database.prisma.duplicateCandidate.count({ where: { aId, bId } })).toBe(1)
    // What was new when it was checked is held in the run.
    const late = await checked(admin, [[unique('Late '), mobile(), '']])
    const [row] = await late.rows()
    await aRecord(admin, { name: unique('Faster '), phones: phones(row.raw[1]) })
    expect(await late.run()).toMatchObject({ created: 0, skipped: 1 })
  })

  it('200 changes the record that was chosen, fills its empty fields, and 400 for one that is no match', async () => {
    const number = mobile()
    const [first, second] = await Promise.all(
      ['First ', 'Second '].map((name, at) =>
        aRecord(admin, { name: unique(name), ...(at === 0 && { phones: phones(number) }), city: null }),
      ),
    )
    await test.database.prisma.$executeRaw`
      insert into identity_keys ("recordType", "recordId", kind, value) select 'customer', ${second?.id}::uuid, kind, value
      from identity_keys where "recordId" = ${first?.id}::uuid and kind = 'phone'`
    const row = await test.database.prisma.customer.findUniqueOrThrow({ where: { id: first?.id ?? '' } })
    await test.database.prisma.customer.update({
      where: { id: second?.id ?? '' },
      data: { phones: row.phones as object },
    })
    const one = await checked(admin, [[unique('File '), number, 'Leeds']])
    expect((await one.rows())[0].matches).toHaveLength(2)
    const choose = (recordId?: string) => one.decide({ rows: [{ rowNo: 1, decision: 'merge', recordId }] })
    const stranger = await aRecord(admin, { name: unique('Stranger ') })
    expect((await choose(stranger.id)).status).toBe(400)
    expect((await choose(second?.id)).status).toBe(200)
    expect(await one.rows()).toMatchObject([
      { verdict: 'update', record: { id: second?.id }, changes: [{ field: 'city' }] },
    ])
    expect(await one.run()).toMatchObject({ created: 0, updated: 1 })
    const after = await test.database.prisma.customer.findUniqueOrThrow({ where: { id: second?.id ?? '' } })
    expect([after.city, after.name]).toEqual(['Leeds', second?.name])
  })

  it('200 finds who stands twice in the file, in the check, after a correction and in the run', async () => {
    const [number, name] = [mobile(), unique('Twice ')]
    const one = await checked(admin, [
      [name, number, ''],
      [unique('Else '), mobile(), ''],
      [`${name} Ltd`, number, ''],
    ])
    expect(await one.rows('?verdict=duplicate')).toMatchObject([
      { rowNo: 3, record: null, level: 'certain', sameAs: [{ rowNo: 1, reasons: ['phone', 'companyName'] }] },
    ])
    await one.decide({ rows: [{ rowNo: 3, cells: [{ column: 'town', value: 'Leeds' }] }] })
    expect(await one.rows('?verdict=duplicate')).toMatchObject([{ rowNo: 3, sameAs: [{ rowNo: 1 }] }])
    expect(await one.decide({ rows: [{ rowNo: 3, decision: 'merge' }] })).toMatchObject({ status: 200 })
    expect(await one.run()).toMatchObject({ created: 2, updated: 1 })
    const { city } = await test.database.prisma.customer.findFirstOrThrow({ where: { name } })
    expect(city).toBe('Leeds')
    expect(await called(`${name} Ltd`)).toBe(0)
  })

  it('200 says of what lies beyond the importer’s reach only that it is there, and keeps it out [B13]', async () => {
    const [number, name] = [mobile(), unique('Secret ')]
    const there = await aRecord(admin, { name, phones: phones(number) })
    const rep = await test.as({
      rules: {
        scopes: { customers: 'self' },
        rights: { customers: ['read', 'create', 'update', 'import'], imports: ['read', 'create'], sources: ['read'] },
      },
    })
    const one = await checked(rep, [[unique('Own '), number, '']])
    const [row] = await one.rows()
    expect(row).toMatchObject({ verdict: 'duplicate', level: 'certain', matches: [], record: null, hidden: [{}] })
    expect(Object.keys(row.hidden[0]).toSorted()).toEqual(['level', 'owner', 'since'])
    expect(JSON.stringify([row, await one.read()])).not.toContain(there.id)
    expect(JSON.stringify([row, await one.read()])).not.toContain(name)
    const reason = 'it is another one'
    const refused = await one.decide({ rows: [{ rowNo: 1, decision: 'create' }], reason })
    expect(refused).toMatchObject({ status: 409, body: { params: { mayOverride: false } } })
    expect((await one.decide({ rows: [{ rowNo: 1, decision: 'merge' }] })).status).toBe(200)
    expect(await one.rows()).toMatchObject([{ verdict: 'error', problems: [{ code: 'import.notEditable' }] }])
    expect(await one.run()).toMatchObject({ created: 0, updated: 0, failed: 1 })
  })

  it('200 decides all that are so sure at once', async () => {
    const numbers = [mobile(), mobile()]
    for (const number of numbers) await aRecord(admin, { name: unique('Known '), phones: phones(number) })
    const stem = unique('Mill')
    await aRecord(admin, { name: `${stem} AG`, city: 'Bern' })
    const one = await checked(admin, [
      ...numbers.map((number) => [unique('File '), number, 'Bern']),
      [`${stem} Inc`, '', 'Bern'],
    ])
    expect((await one.read()).checked).toMatchObject({ certain: 2, likely: 1 })
    const all = (level: string, decision: string) => one.decide({ all: { verdict: 'duplicate', level, decision } })
    expect((await all('certain', 'merge')).body.checked).toMatchObject({ update: 2, duplicate: 1, writes: 2 })
    expect((await all('likely', 'create')).body.checked).toMatchObject({ new: 1, duplicate: 0, writes: 3 })
    expect(await one.run()).toMatchObject({ created: 1, updated: 2, skipped: 0 })
  })

  it('asks for all rows of a batch together, however many there are', async () => {
    const asked = async (count: number) => {
      const rows = Array.from({ length: count }, () => [unique('Many '), mobile(), 'Bern'])
      const spy = vi.spyOn(Client.prototype, 'query')
      try {
        await checked(admin, rows)
        const texts = spy.mock.calls.map(([query]) => String((query as { text?: string }).text))
        return texts.filter((text) => text.includes('identity_keys')).length
      } finally {
        spy.mockRestore()
      }
    }
    const few = await asked(3)
    expect(few).toBeGreaterThan(0)
    expect(await asked(60)).toBe(few)
  })
})

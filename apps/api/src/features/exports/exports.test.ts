import { access } from 'node:fs/promises'
import path from 'node:path'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { systemCtx } from '../../access/system.ts'
import { csvRows, exported, fileOf, partOf, xlsxRows } from '../../test/exports.ts'
import { useImports } from '../../test/imports.ts'
import { forgetExports } from './export-keeping.commands.ts'

const test = useImports()
const regionIs = (value: string) => ({ field: 'region', op: 'eq', value })
const readAndExport = { customers: ['read', 'export'] }

const someCustomers = async (count: number, given: object = {}) => {
  const region = unique('region ')
  const made = []
  for (let at = 0; at < count; at++)
    made.push(await aCustomer(test.database.prisma, { name: `${region} ${at}`, region, ...given }))
  return { region, filter: regionIs(region), made, names: made.map(({ name }) => name) }
}
const aPlace = async () => {
  const teamId = (await aTeam(test.database.prisma)).id
  return { teamId, ownerId: (await aUser(test.database.prisma, { teamId })).id }
}

describe('POST /exports', () => {
  it('202 writes what the list shows in its order, with heads in the language asked for, and tells of it [P3]', async () => {
    const admin = await test.as()
    const { filter, names, made } = await someCustomers(3, { employees: 12, lifecycle: 'dormant' })
    const asked = { filter, sort: ['-name'], fields: ['name', 'employees', 'lifecycle'], language: 'zh-CN' }
    const job = await exported(test, admin, { entity: 'customers', format: 'csv', ...asked })
    expect(job).toMatchObject({ kind: 'export', state: 'done', total: 3, done: 3, title: 'Export customers (CSV)' })
    expect(job.can).toEqual({ cancel: false, undo: false, download: true })
    const file = await fileOf(test, job.id)
    expect(file.length).toBe(job.fileSize)
    expect(file.toString()).toBe(
      `\ufeff名称,员工数,生命周期,Rapport ID\r\n${names
        .toReversed()
        .map((name, at) => `${name},12,沉睡,${made[2 - at]!.id}\r\n`)
        .join('')}`,
    )
    const [event] = await test.database.prisma.event.findMany({ where: { recordId: job.id, action: 'export' } })
    expect(event).toMatchObject({
      type: 'export.finished',
      actorId: admin.userId,
      data: { count: 3, entity: 'customers', format: 'csv', ...asked },
    })
    const auditor = await test.as()
    const { body } = await auditor.call(
      'GET',
      `/events?filter=${JSON.stringify({ field: 'recordId', op: 'eq', value: job.id })}`,
    )
    expect(body.items.map(({ text }: { text: { en: string } }) => text.en)).toEqual([
      expect.stringContaining('exported 3 records: Export customers (CSV)'),
    ])
  })

  it('202 writes numbers and days as such into a workbook and no formula anywhere [D5]', async () => {
    const admin = await test.as()
    const name = `=HYPERLINK("http://${unique('x')}")`
    const strategicUntil = new Date('2031-02-28T00:00:00Z')
    const { id } = await aCustomer(test.database.prisma, {
      name,
      annualRevenue: '1234567.5',
      strategicUntil,
      note: ' \r\n_x0041_ ',
    })
    const job = await exported(test, admin, {
      entity: 'customers',
      format: 'xlsx',
      filter: { field: 'name', op: 'eq', value: name },
      fields: ['name', 'annualRevenue', 'strategicUntil', 'note'],
    })
    const file = await fileOf(test, job.id)
    const [, row] = await xlsxRows(file)
    expect(row).toEqual([`'${name}`, 1_234_567.5, strategicUntil, ' \r\n_x0041_ ', id])
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).not.toContain('<f')
  })

  it('202 leaves no cell that a spreadsheet could run or tear apart, whatever it parts cells at [D5]', async () => {
    const admin = await test.as()
    const region = unique('region ')
    const texts = ['=1+1', 'x;=1+1', 'x\t@SUM(A1)', ' -2', '\u200b|calc', "'=1", 'a,"b";c', '\r\n=1', '007', "'q"]
    for (const note of texts) await aContact(test.database.prisma, { note, wechat: unique('w'), tags: [region, 'b'] })
    const filter = { field: 'tags', op: 'hasAny', value: [region] }
    const fields = ['note', 'doNotCall', 'tags', 'name']
    const asked = { entity: 'contacts', filter, fields, sort: ['createdAt'], language: 'en' }
    const write = async (format: string) => fileOf(test, (await exported(test, admin, { ...asked, format })).id)
    const [csv, xlsx] = [await write('csv'), await write('xlsx')]
    const guarded = texts.map((text) => (/^(007|'q|[xa])/.test(text) ? text : `'${text}`))
    const cells = parse(csv, { bom: true, delimiter: [',', ';', '\t'] }) as string[][]
    expect(cells.map(([note]) => note)).toEqual(['Note', ...guarded])
    expect(new Set(cells.map(({ length }) => length))).toEqual(new Set([5]))
    expect((await xlsxRows(xlsx)).map(([note, told]) => [note, told])).toEqual([
      ['Note', 'Do not call'],
      ...guarded.map((note) => [note, 0]),
    ])
    // A cell of the type that is true or false becomes a formula in LibreOffice.
    expect(partOf(xlsx, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f|t="b"/)
  })

  it('202 walks a long list in parts, each record once', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const series = unique('series ')
    const sent = Array.from({ length: 2_001 }, (_, at) => ({
      code: unique('P-'),
      label: { zh: `${at % 7}`, en: `${at % 7}` },
      series,
    }))
    await prisma.product.createMany({ data: sent })
    const filter = { field: 'series', op: 'eq', value: series }
    const job = await exported(test, admin, {
      entity: 'products',
      format: 'csv',
      filter,
      sort: ['-label'],
      fields: ['code'],
    })
    const [, ...rows] = csvRows(await fileOf(test, job.id))
    expect(job).toMatchObject({ total: 2_001, done: 2_001 })
    expect(rows.map(([code]) => code).toSorted()).toEqual(sent.map(({ code }) => code).toSorted())
  })

  it('202 gives the caller no more than he sees and may export [B6]', async () => {
    const { prisma } = test.database
    const rep = await test.as({ rules: { rights: readAndExport, scopes: { customers: 'self' } } })
    const { filter, region } = await someCustomers(2, await aPlace())
    const own = await aCustomer(prisma, { region, ownerId: rep.userId })
    const body = { entity: 'customers', format: 'csv', filter, fields: ['name'] }
    const job = await exported(test, rep, body)
    expect(csvRows(await fileOf(test, job.id)).slice(1)).toEqual([[own.name, own.id]])
    // Reading all by one role and exporting one's own by another exports one's own.
    const reader = await aRole(prisma, { rights: { customers: ['read'] }, scopes: { customers: 'all' } })
    await prisma.userRole.create({ data: { userId: rep.userId, roleId: reader.id } })
    expect((await rep.call('GET', `/customers?filter=${JSON.stringify(filter)}`)).body.items).toHaveLength(3)
    const again = await exported(test, rep, body)
    expect(again.total).toBe(1)
    expect(csvRows(await fileOf(test, again.id)).slice(1)).toEqual([[own.name, own.id]])
  })

  it('202 leaves hidden columns out and masked ones masked; 400 where they are asked for or sorted by [B3]', async () => {
    const fieldRules = { 'customers.taxNo': 'hidden', 'customers.phones': 'masked' }
    const who = await test.as({ rules: { rights: readAndExport, scopes: { customers: 'all' }, fieldRules } })
    const phones = [{ type: 'mobile', number: '13800004417', e164: '+8613800004417', valid: true }]
    const { filter } = await someCustomers(1, { taxNo: 'SECRET-1', phones })
    const body = { entity: 'customers', format: 'csv', filter }
    const text = (await fileOf(test, (await exported(test, who, body)).id)).toString()
    expect(text).toContain('138****4417')
    expect(text).not.toMatch(/SECRET-1|13800004417|Tax number/)
    for (const more of [{ fields: ['taxNo'] }, { sort: ['taxNo'] }, { filter: { field: 'taxNo', op: 'notEmpty' } }])
      expect((await who.call('POST', '/exports', { ...body, ...more })).status).toBe(400)
  })

  it('400 for fields that are none, 403 without the right to export, and nothing is begun', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const body = { entity: 'customers', format: 'csv' }
    const before = await prisma.job.count()
    expect((await admin.call('POST', '/exports', { ...body, fields: ['nothing'] })).body.code).toBe('fields.unknown')
    expect((await admin.call('POST', '/exports', { ...body, entity: 'users' })).status).toBe(400)
    expect((await rep.call('POST', '/exports', body)).status).toBe(403)
    expect(await prisma.job.count()).toBe(before)
  })

  it('202 and yet no file for who stops it, or loses the right before it is written [B7]', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const who = await test.as({ rules: { rights: readAndExport, scopes: { customers: 'all' } } })
    const body = { entity: 'customers', format: 'csv', fields: ['name'] }
    const { body: stopped } = await admin.call('POST', '/exports', body)
    const { body: lost } = await who.call('POST', '/exports', body)
    await admin.call('POST', `/jobs/${stopped.id}/cancel`, { version: stopped.version })
    await prisma.userRole.deleteMany({ where: { userId: who.userId } })
    await test.work()
    expect((await admin.call('GET', `/jobs/${stopped.id}`)).body).toMatchObject({ state: 'cancelled', fileUrl: null })
    expect(await prisma.job.findUnique({ where: { id: lost.id } })).toMatchObject({
      state: 'failed',
      error: 'job.ownerGone',
      fileKey: null,
    })
    expect((await admin.call('GET', `/exports/${stopped.id}/file`)).status).toBe(409)
  })
})

describe('GET /exports/:id/file', () => {
  const anExport = async () => {
    const who = await test.as({ rules: { rights: readAndExport, scopes: { customers: 'all' } } })
    const { filter } = await someCustomers(1)
    const job = await exported(test, who, {
      entity: 'customers',
      format: 'csv',
      filter,
      fields: ['name'],
      language: 'zh-CN',
    })
    return { who, job, address: `/exports/${job.id}/file` }
  }

  it('200 sends it to its owner as a file that no browser opens or keeps', async () => {
    const { who, job, address } = await anExport()
    expect(job.fileUrl).toBe(`/api/v1${address}`)
    const { status, body, headers } = await who.call('GET', address)
    expect(status).toBe(200)
    expect(body).toBe((await fileOf(test, job.id)).toString())
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="export\.csv"; filename\*=UTF-8''%E5%AE%A2%E6%88%B7-\d{8}-\d{4}\.csv$/,
      ),
    })
  })

  it('404 for anybody else, an administrator too, and 403 for who may export no more [B2]', async () => {
    const { who, address } = await anExport()
    expect((await (await test.as()).call('GET', address)).status).toBe(404)
    const read = await aRole(test.database.prisma, { rights: { customers: ['read'] }, scopes: { customers: 'all' } })
    await test.database.prisma.userRole.updateMany({ where: { userId: who.userId }, data: { roleId: read.id } })
    expect((await who.call('GET', address)).status).toBe(403)
  })

  it('404 after its time, when it is gone from the disk as well', async () => {
    const { who, job, address } = await anExport()
    const { prisma } = test.database
    const { fileKey } = await prisma.job.findUniqueOrThrow({ where: { id: job.id } })
    await prisma.job.update({ where: { id: job.id }, data: { expiresAt: new Date(0) } })
    const late = await who.call('GET', address)
    expect([late.status, late.body.code]).toEqual([404, 'export.gone'])
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    expect(await forgetExports(systemCtx(test.app.services, log, 'test'))).toBeGreaterThan(0)
    await expect(access(path.join(test.home, 'exports', fileKey!))).rejects.toThrow('ENOENT')
    expect((await who.call('GET', `/jobs/${job.id}`)).body).toMatchObject({ fileUrl: null, can: { download: false } })
  })
})

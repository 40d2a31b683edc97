/** Files of records: what comes in, as what it goes out, and who reaches it. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { systemCtx } from '../../access/system.ts'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'
import { forgetAttachments } from './attachment-keeping.commands.ts'

const test = useImports()
const DAY = 86_400_000

const attach = (caller: Caller, target: { targetType: string; targetId: string }, name: string, content: Buffer) => {
  const form = new FormData()
  for (const [part, value] of Object.entries(target)) form.set(part, value)
  form.set('file', new Blob([new Uint8Array(content)]), name)
  return caller.call('POST', '/attachments', form)
}
const onDisk = () => readdir(path.join(test.home, 'attachments')).catch(() => [] as string[])
const fileOf = (caller: Caller, id: string) => caller.call('GET', `/attachments/${id}/file`)
const keyOf = async (id: string) =>
  (await test.database.prisma.attachment.findUniqueOrThrow({ where: { id } })).storageKey
const storedOf = async (id: string) => readFile(path.join(test.home, 'attachments', await keyOf(id)))

const chunk = (name: string, data: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}
const png = (width: number, height: number) => {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  const note = chunk('tEXt', Buffer.from('GPS\0 31.23 N 121.47 E'))
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(8)))
  return Buffer.concat([
    start,
    chunk('IHDR', size),
    note,
    pixels,
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('<script>'),
  ])
}
const jpeg = Buffer.concat([
  Buffer.from('ffd8', 'hex'),
  // Lying on its side (6), and made by a camera of this name.
  Buffer.from('ffe1002a', 'hex'),
  Buffer.from('457869660000' + '49492a0008000000' + '0100' + '120103000100000006000000' + '00000000', 'hex'),
  Buffer.from('CAMERA12'.slice(0, 8)),
  Buffer.from('ffc0000b08000a0014010111' + '00', 'hex'),
  Buffer.from('ffda0008010100003f00' + 'abcd', 'hex'),
  Buffer.from('ffd9', 'hex'),
])

describe('POST /attachments', () => {
  it('201 keeps the file as it came, and sends it to be kept, not to be shown [D6]', async () => {
    const admin = await test.as()
    const { id } = await aCustomer(test.database.prisma)
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const { status, body } = await attach(admin, { targetType: 'customer', targetId: id }, '../..\\图 (1).svg', page)
    expect([status, body.name, body.kind, body.customerId]).toEqual([201, '图 (1).svg', 'markup', id])
    const { headers, body: sent } = await fileOf(admin, body.id)
    expect(sent).toBe(page.toString())
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="file"; filename*=UTF-8''%E5%9B%BE%20%281%29.svg`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    const { body: listed } = await admin.call(
      'GET',
      `/attachments?filter=${encodeURIComponent(JSON.stringify({ field: 'customerId', op: 'eq', value: id }))}`,
    )
    expect(listed.items.map((one: { id: string }) => one.id)).toEqual([body.id])
  })

  it('201 takes away what a picture tells beside itself, and leaves which way up it is [D6]', async () => {
    const admin = await test.as()
    const target = { targetType: 'customer', targetId: (await aCustomer(test.database.prisma)).id }
    const drawn = await attach(admin, target, 'a.png', png(2, 2))
    const bare = (await storedOf(drawn.body.id)).toString('latin1')
    expect([drawn.status, bare.includes('IDAT'), /GPS|script/.test(bare)]).toEqual([201, true, false])
    expect(drawn.body.size).toBe(bare.length)
    const photo = await attach(admin, target, 'a.JPG', jpeg)
    expect(photo.status).toBe(201)
    const left = await storedOf(photo.body.id)
    expect(left.toString('latin1')).not.toContain('CAMERA')
    expect(left.toString('hex')).toContain('011200030000000100060000')
  })

  it.each([
    ['run.pHaR', Buffer.from('<?php'), 'attachment.kind'],
    ['a.png', Buffer.from('<script>alert(1)</script>'), 'attachment.other'],
    ['a.pdf', png(2, 2), 'attachment.other'],
    ['a.txt', Buffer.from('a\0b'), 'attachment.other'],
    ['a.html', png(2, 2), 'attachment.other'],
    ['a.png', png(50_000, 50_000), 'attachment.pixels'],
    ['a.png', png(2, 2).subarray(0, 60), 'attachment.broken'],
    ['a.csv', Buffer.alloc(0), 'attachment.empty'],
  ])('422 for %s, and nothing of it stays [D6]', async (name, content, code) => {
    const admin = await test.as()
    const target = { targetType: 'customer', targetId: (await aCustomer(test.database.prisma)).id }
    const before = await onDisk()
    const { status, body } = await attach(admin, target, name, content)
    expect([status, body.code, body.errors?.[0]?.code]).toEqual([422, 'attachment.file', code])
    expect(await onDisk()).toEqual(before)
    expect(await test.database.prisma.attachment.count({ where: target })).toBe(0)
  })

  it('404 for a record one does not see, whose files stay unknown [B2]', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const activity = await anActivity(prisma, { customerId: (await aCustomer(prisma)).id })
    const target = { targetType: 'activity', targetId: activity.id }
    const before = await onDisk()
    expect((await attach(rep, target, 'a.txt', Buffer.from('a'))).status).toBe(404)
    expect(await onDisk()).toEqual(before)
    const { status, body } = await attach(admin, target, 'a.txt', Buffer.from('a'))
    expect(status).toBe(201)
    expect((await rep.call('GET', `/attachments/${body.id}`)).status).toBe(404)
    expect((await fileOf(rep, body.id)).status).toBe(404)
    expect((await rep.call('DELETE', `/attachments/${body.id}`)).status).toBe(404)
  })
})

describe('how large a file may be', () => {
  it('413 beyond what the organisation allows, which has bounds of its own', async () => {
    const admin = await test.as()
    const target = { targetType: 'customer', targetId: (await aCustomer(test.database.prisma)).id }
    await test.database.prisma.setting.create({ data: { key: 'organisation', value: { name: 'Acme' } } })
    const allow = async (attachmentMegabytes: number) => {
      const { version } = (await admin.call('GET', '/settings')).body
      return admin.call('PATCH', '/settings', { attachmentMegabytes, version })
    }
    expect((await admin.call('GET', '/settings')).body.attachmentMegabytes).toBe(25)
    expect((await allow(1)).body.attachmentMegabytes).toBe(1)
    const whole = Buffer.alloc(1024 * 1024, 'a')
    expect((await attach(admin, target, 'a.txt', whole)).status).toBe(201)
    const before = await onDisk()
    const { status, body } = await attach(admin, target, 'a.txt', Buffer.concat([whole, Buffer.from('a')]))
    expect([status, body.code]).toEqual([413, 'body.tooLarge'])
    expect(await onDisk()).toEqual(before)
    expect((await allow(0)).status).toBe(400)
    expect((await allow(101)).status).toBe(400)
    expect((await allow(25)).status).toBe(200)
  })
})

describe('what is kept no longer', () => {
  it('goes from the disk: taken away, purged with its record, or left by an upload that never ended', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const customer = await aCustomer(prisma)
    const target = { targetType: 'customer', targetId: customer.id }
    const [gone, purged] = [
      await attach(admin, target, 'a.txt', Buffer.from('a')),
      await attach(admin, target, 'b.txt', Buffer.from('b')),
    ]
    const keys = [await keyOf(gone.body.id), await keyOf(purged.body.id)]
    const left = ['begun.part', 'unclaimed.new']
    // Of another database, or of one that is not restored yet: not ours to take away.
    for (const name of [...left, 'unknown']) await writeFile(path.join(test.home, 'attachments', name), 'x')
    expect((await admin.call('DELETE', `/attachments/${gone.body.id}`)).status).toBe(204)
    expect((await fileOf(admin, gone.body.id)).status).toBe(404)
    await admin.call('DELETE', `/customers/${customer.id}`)
    expect((await fileOf(admin, purged.body.id)).status).toBe(404)
    const ctx = systemCtx(test.app.services, pino({ level: 'silent' }), 'test')
    await forgetAttachments(ctx)
    expect(await onDisk()).toEqual(expect.arrayContaining([...keys, ...left]))
    // As the purge of its customer does.
    await prisma.attachment.update({ where: { id: purged.body.id }, data: { deletedAt: new Date() } })
    await forgetAttachments({ ...ctx, now: new Date(Date.now() + DAY) })
    expect((await onDisk()).filter((name) => [...keys, ...left, 'unknown'].includes(name))).toEqual(['unknown'])
    expect(await prisma.attachment.count({ where: target })).toBe(0)
  })
})

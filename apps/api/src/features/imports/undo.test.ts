/** The undo of an import: what it would do, what it does, and what it leaves with the reason. */
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useImports } from '../../test/imports.ts'

const test = useImports()
const mapping = [
  { column: '名称', target: 'name' },
  { column: '简称', target: 'shortName' },
  { column: '网址', target: 'website' },
  { column: '联系人', target: 'contact.name' },
]
const settingsOf = async () => {
  const { id: sourceId } = await aSource(test.database.prisma)
  return { mapping, mode: 'upsert', fill: 'all', matchKeys: ['name'], sourceId }
}
type Line = [name: string, short: string, website: string, contact: string]
const file = (...lines: Line[]) => `名称,简称,网址,联系人\n${lines.map((line) => `${line.join(',')}\n`).join('')}`
const named = (name: string) => test.database.prisma.customer.findFirstOrThrow({ where: { name } })

describe('GET /imports/:id/undo-preview, POST /imports/:id/undo', () => {
  it('200 counts what would go and what stays, and does just that, row by row accounted for [C10]', async () => {
    const [admin, settings] = [await test.as(), await settingsOf()]
    const [old, plain, changed, used] = ['旧', '甲', '改', '用'].map((word) => unique(word)) as [string, ...string[]]
    await test.bringIn(admin, 'customers', file([old, '原', 'https://old.example', '']), settings)
    const before = await named(old)
    const rows: Line[] = [
      [plain ?? '', '', '', '王芳'],
      [changed ?? '', '', '', ''],
      [used ?? '', '', '', ''],
      [old, '新', 'https://new.example', ''],
    ]
    const { id, version } = await test.bringIn(admin, 'customers', file(...rows), settings)
    const edit = async (name: string, values: object) => {
      const { id: customer, version: seen } = await named(name)
      await admin.call('PATCH', `/customers/${customer}`, { ...values, version: seen })
    }
    await edit(changed ?? '', { shortName: '手改' })
    await edit(old, { shortName: '别人改' })
    const target = { targetType: 'customer', targetId: (await named(used ?? '')).id }
    expect((await admin.call('POST', '/comments', { ...target, body: '别删' })).status).toBe(201)

    const { body: preview } = await admin.call('GET', `/imports/${id}/undo-preview`)
    expect(preview).toMatchObject({ removed: 1, restored: 0 })
    const reasons = preview.kept.map(({ code, rows: count }: { code: string; rows: number }) => [code, count])
    expect(Object.fromEntries(reasons)).toEqual({ 'import.changedSince': 2, 'import.usedSince': 1 })

    expect((await admin.call('POST', `/imports/${id}/undo`, { version })).status).toBe(202)
    expect((await admin.call('POST', `/imports/${id}/undo`, { version })).status).toBe(412)
    await test.work()
    const { body: undone } = await admin.call('GET', `/imports/${id}`)
    expect(undone).toMatchObject({ status: 'undone', created: 3, updated: 1, undone: 1, kept: 3 })
    const again = await admin.call('POST', `/imports/${id}/undo`, { version: undone.version })
    expect([again.status, again.body.code]).toEqual([409, 'import.undo_blocked'])

    const gone = await named(plain ?? '')
    const people = await test.database.prisma.contact.findMany({ where: { deleteBatchId: gone.id } })
    expect([gone.deletedAt !== null, people.map(({ name }) => name)]).toEqual([true, ['王芳']])
    const now = await named(old)
    // The name somebody gave it stays; the address nobody touched is the former one.
    expect([now.shortName, now.website]).toEqual(['别人改', before.website])
    expect(now.version).toBeGreaterThan(before.version + 2)

    const { body: kept } = await admin.call('GET', `/imports/${id}/rows?undo=kept`)
    const told = kept.items.map((row: { rowNo: number; problems: { code: string }[] }) => row.problems.at(-1)?.code)
    expect(told).toEqual(['import.changedSince', 'import.usedSince', 'import.partlySince'])
  })

  it('200 takes back a record that the same import made and then changed', async () => {
    const [admin, settings] = [await test.as(), await settingsOf()]
    const name = unique('两次')
    const both = file([name, '一', '', ''], [name, '二', '', ''])
    const { id, version, created, updated } = await test.bringIn(admin, 'customers', both, settings)
    expect([created, updated]).toEqual([1, 1])
    const { body: preview } = await admin.call('GET', `/imports/${id}/undo-preview`)
    expect(preview.kept).toEqual([])
    await admin.call('POST', `/imports/${id}/undo`, { version })
    await test.work()
    expect((await admin.call('GET', `/imports/${id}`)).body).toMatchObject({ status: 'undone', kept: 0 })
    expect((await named(name)).deletedAt).not.toBeNull()
  })
})

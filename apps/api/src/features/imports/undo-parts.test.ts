/** An undo writes in parts: what it costs, and that every row of a mixed import ends as it would alone. */
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()
const some = (count: number, word: string) => Array.from({ length: count }, () => unique(word))

type Row = { name: string; website: string }
const nouns = {
  customers: { head: '名称,网址', targets: ['name', 'website'], key: 'name' },
  contacts: { head: '姓名,微信,邮箱', targets: ['name', 'wechat', 'emails.work'], key: 'emails' },
  products: { head: '编码,系列,品名,标准价', targets: ['code', 'series', 'label', 'listPrice'], key: 'code' },
} as const
type Noun = keyof typeof nouns
const tail: Record<Noun, (name: string) => string> = {
  customers: () => '',
  contacts: (name) => `,${name.toLowerCase()}@people.example`,
  products: () => ',净水器,1200',
}
const word: Record<Noun, 'website' | 'wechat' | 'series'> = {
  customers: 'website',
  contacts: 'wechat',
  products: 'series',
}

const bring = async (admin: Caller, noun: Noun, rows: readonly Row[]) => {
  const { head, targets, key } = nouns[noun]
  const columns = head.split(',')
  const content = `${head}\n${rows.map(({ name, website }) => `${name},${website}${tail[noun](name)}\n`).join('')}`
  const mapping = targets.map((target, at) => ({ column: columns[at], target }))
  const { id: sourceId } = await aSource(test.database.prisma)
  const settings = { mapping, mode: 'upsert', fill: 'all', matchKeys: [key] }
  return test.bringIn(admin, noun, content, noun === 'customers' ? { ...settings, sourceId } : settings)
}

const named = (noun: Noun, name: string): Promise<Record<string, unknown> & { id: string; version: number }> => {
  const { prisma } = test.database
  if (noun === 'customers') return prisma.customer.findFirstOrThrow({ where: { name } })
  if (noun === 'contacts') return prisma.contact.findFirstOrThrow({ where: { name } })
  return prisma.product.findFirstOrThrow({ where: { code: name } })
}

const undo = async (admin: Caller, { id, version }: { id: string; version: number }) => {
  expect((await admin.call('POST', `/imports/${id}/undo`, { version })).status).toBe(202)
  await test.work()
  return (await admin.call('GET', `/imports/${id}`)).body
}

const settled = ({ updatedAt: _at, updatedById: _by, version: _version, ...rest }: Record<string, unknown>) => rest
const eventsOf = (recordId: string) =>
  test.database.prisma.event.findMany({ where: { recordId }, orderBy: { id: 'asc' } })

describe('POST /imports/:id/undo', () => {
  it.each(['customers', 'contacts', 'products'] as const)(
    '202 ends each row of many %s as it would end alone, whatever became of its record [C10]',
    async (noun) => {
      const admin = await test.as()
      const own = word[noun]
      // Each on a domain of its own: alike names on one domain are held for duplicates, and left out.
      const at = (when: string, name: unknown) => `https://${String(name).toLowerCase()}.example/${when}`
      const [plain, changed, gone, moved, erased] = some(5, 'known') as [string, ...string[]]
      const [made, touched, thrown] = some(3, 'fresh') as [string, ...string[]]
      const old = [plain, changed, gone, moved, erased].map((name) => ({
        name: String(name),
        website: at('old', name),
      }))
      await bring(admin, noun, [...old, ...some(60, 'other').map((name) => ({ name, website: at('old', name) }))])
      const before = await named(noun, plain)
      const beforeMoved = await named(noun, String(moved))
      const all = [...old.map(({ name }) => name), made, String(touched), String(thrown)]
      const fill = some(120, 'more')
      const brought = await bring(
        admin,
        noun,
        [...all, ...fill].map((name) => ({ name, website: at('new', name) })),
      )
      expect(brought).toMatchObject({ created: 3 + fill.length, updated: 5, failed: 0 })
      const edit = async (name: string | undefined, values: object) => {
        const { id, version } = await named(noun, String(name))
        const patched = await admin.call('PATCH', `/${noun}/${id}`, { ...values, version })
        expect(patched.status).toBe(200)
      }
      await edit(changed, { [own]: at('mine', own) })
      await edit(moved, { tags: ['手'] }) // another field than the import's
      await edit(touched, { [own]: at('mine', own) })
      for (const name of [gone, thrown]) {
        const { id } = await named(noun, String(name))
        expect((await admin.call('DELETE', `/${noun}/${id}`)).status).toBe(204)
      }

      const ended = await undo(admin, brought)
      expect(ended).toMatchObject({ status: 'undone', undone: fill.length + 4, kept: 4 })
      expect(settled(await named(noun, plain))).toEqual(settled(before))
      expect(await named(noun, String(moved))).toMatchObject({ [own]: beforeMoved[own], tags: ['手'] })
      expect(await named(noun, String(changed))).toMatchObject({ [own]: at('mine', own) })
      expect(await named(noun, String(touched))).toMatchObject({ [own]: at('mine', own), deletedAt: null })
      const went = await named(noun, made)
      expect([went.deletedAt !== null, went.deleteBatchId, went.version]).toEqual([true, went.id, 2])

      const { body: kept } = await admin.call('GET', `/imports/${brought.id}/rows?undo=kept`)
      const told = kept.items.map((row: { problems: { code: string }[] }) => row.problems.at(-1)?.code)
      expect(told).toEqual(['import.changedSince', 'import.gone', 'import.changedSince', 'import.gone'])
      const single = noun.slice(0, -1)
      const removals = await eventsOf(went.id)
      expect(removals.at(-1)).toMatchObject({ type: `${single}.deleted`, recordVersion: 2 })
      const changes = await eventsOf(before.id)
      expect(changes.map(({ type }) => type).slice(-2)).toEqual([`${single}.updated`, `${single}.updated`])
      expect(changes.at(-1)).toMatchObject({ recordVersion: 3, title: changes.at(-2)?.title })
      expect(((changes.at(-1)?.changes ?? []) as { field: string }[]).map(({ field }) => field)).toEqual([own])
    },
  )

  it('202 costs as many statements for many rows as for few of the same parts', async () => {
    const admin = await test.as()
    const costs: number[] = []
    for (const count of [140, 420]) {
      const old = some(count / 2, '旧').map((name) => ({ name, website: 'old' }))
      await bring(admin, 'products', old)
      const fresh = some(count / 2, '新').map((name) => ({ name, website: 'new' }))
      // Rows of both kinds in both parts.
      const mixed = old.flatMap(({ name }, at) => [{ name, website: 'new' }, fresh[at] as Row])
      const brought = await bring(admin, 'products', mixed)
      const spy = vi.spyOn(pg.Client.prototype, 'query')
      const ended = await undo(admin, brought)
      costs.push(spy.mock.calls.length)
      spy.mockRestore()
      expect(ended).toMatchObject({ undone: count, kept: 0 })
    }
    expect(costs[1]).toBe(costs[0])
  })
})

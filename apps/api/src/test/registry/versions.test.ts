/** Every route of the registry that changes a record: on which version, and how often. */
import { describe, expect, it } from 'vitest'
import { recordSets } from '../../records/all.ts'
import { isVersioned } from '../../http/openapi/refusals.ts'
import { useImports } from '../imports.ts'
import { stateful } from '../matrix/rights.ts'
import { aSubject, cells } from './subjects.ts'

const test = useImports()
const versioned = cells.filter(({ route }) => isVersioned(route) && route.path.includes(':id') && !route.unversioned)
// What is never changed has no version to compare.
const isChanging = (noun: string) => 'version' in (recordSets()[noun]?.fields ?? {})
const deletes = cells.filter(({ channel, noun }) => channel === 'delete' && isChanging(noun))
const without = (body: object | undefined) =>
  Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => name !== 'version'))

it('there are routes to walk', () => expect([versioned.length > 40, deletes.length > 5]).toEqual([true, true]))

describe.each(versioned.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => {
  const { method } = cell.route

  it('428 without a version, 412 with a stale one, in the body or in If-Match, and nothing told [C1]', async () => {
    const admin = await test.as()
    const { id, path, body, version } = await aSubject(test, cell, admin)
    const before = await test.database.prisma.event.count({ where: { recordId: id } })
    const stale = version + 7
    expect((await admin.call(method, path, without(body))).body.code).toBe('version.missing')
    expect((await admin.call(method, path, { ...without(body), version: stale })).body.code).toBe('version.stale')
    const header = { 'if-match': `"v${stale}"` }
    expect((await admin.call(method, path, without(body), header)).body.code).toBe('version.stale')
    expect(await test.database.prisma.event.count({ where: { recordId: id } })).toBe(before)
  })

  it('2xx for one of four at once [C1]', async () => {
    const admin = await test.as()
    const { path, body } = await aSubject(test, cell, admin)
    const answers = await Promise.all(Array.from({ length: 4 }, () => admin.call(method, path, body)))
    const done = answers.filter(({ status }) => status < 300)
    expect(done).toHaveLength(stateful.includes(cell.name) ? Math.min(done.length, 1) : 1)
    for (const { status } of answers) expect(status < 300 || [409, 412, 422, 503].includes(status)).toBe(true)
  })
})

describe.each(deletes.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => {
  it('412 when the version sent is stale [C1]', async () => {
    const admin = await test.as()
    const { id, path } = await aSubject(test, cell, admin)
    const answer = await admin.call('DELETE', path, undefined, { 'if-match': '"v9"' })
    expect([answer.status, answer.body.code]).toEqual([412, 'version.stale'])
    expect((await admin.call('GET', `/${cell.noun}/${id}`)).status).toBe(200)
  })
})

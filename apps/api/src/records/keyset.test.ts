import { aSource } from '@rapport/prisma/factories/sources.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../test/app.ts'

const test = useApp()
const LASTING = 1_500
const CHANGES = 10_000

type Page = { items: { id: string; code: string }[]; nextCursor: string | null }
const read = async (caller: Caller, query: string): Promise<Page> =>
  (await caller.call('GET', `/sources?${query}`)).body

/** Rows that stay, and `count` that come and go between them, at the place of the walk, before and behind it. */
const addRows = (prefix: string, count: number) =>
  test.database.pool.query(
    `insert into sources (code, label, kind) select $1 || md5(i::text || $2) || '-' || i, '{"zh": "a", "en": "a"}', 'web'
     from generate_series(1, $3::int) i`,
    [prefix, Math.random().toString(), count],
  )
const dropSome = (count: number) =>
  test.database.pool.query(
    `delete from sources where id in (select id from sources where code not like '%stays' order by random() limit $1)`,
    [count],
  )

describe('a walk through a list', () => {
  it.each(['code', '-code', '-createdAt', 'createdAt,-code'])(
    `by %s shows each lasting row once while ${CHANGES} others come and go [D11]`,
    { timeout: 120_000 },
    async (sort) => {
      const admin = await test.as()
      await test.database.pool.query(`delete from sources`)
      await addRows('gone-', 500)
      // The lasting ones stand among the others, not apart from them.
      await test.database.pool.query(
        `insert into sources (code, label, kind) select 'gone' || substr('-+', 1 + i % 2, 1) || md5(i::text) || 'stays', '{"zh": "s", "en": "s"}',
           (array['web', 'phone', 'email'])[1 + i % 3] from generate_series(1, ${LASTING}) i`,
      )
      const seen: string[] = []
      let cursor: string | null = ''
      for (let changed = 0; cursor !== null;) {
        const page: Page = await read(admin, `sort=${sort}&limit=50&total=none${cursor && `&cursor=${cursor}`}`)
        seen.push(...page.items.filter(({ code }) => code.endsWith('stays')).map(({ id }) => id))
        cursor = page.nextCursor
        if (changed < CHANGES) {
          await addRows('gone-', 250)
          await dropSome(250)
          changed += 500
        }
      }
      expect(seen).toHaveLength(LASTING)
      expect(new Set(seen).size).toBe(LASTING)
    },
  )
})

describe('a cursor', () => {
  const firstCursor = async (caller: Caller, query = '') => (await read(caller, `limit=1${query}`)).nextCursor ?? ''

  it('400 with any one bit flipped, or cut, or prolonged [D11]', async () => {
    const admin = await test.as()
    for (let count = 0; count < 3; count++) await aSource(test.database.prisma)
    const cursor = await firstCursor(admin)
    expect((await admin.call('GET', `/sources?limit=1&cursor=${cursor}`)).status).toBe(200)
    const bytes = Buffer.from(cursor)
    const flipped = Array.from({ length: Math.floor((bytes.length * 8) / 5) }, (_, at) => {
      const bit = at * 5
      const copy = Buffer.from(bytes)
      copy[bit >> 3]! ^= 1 << (bit & 7)
      return copy.toString('latin1')
    })
    const broken = [...flipped, cursor.slice(0, -1), `${cursor}A`, `${cursor}.A`, cursor.split('.')[0]!, '.', 'null']
    for (const wrong of broken) {
      const { status, body } = await admin.call('GET', `/sources?limit=1&cursor=${encodeURIComponent(wrong)}`)
      expect([wrong, status, body.code]).toEqual([
        wrong,
        400,
        expect.stringMatching(/cursor\.invalid|request\.malformed/),
      ])
    }
  })

  it('400 for another sort, filter, search, noun or reader [D11]', async () => {
    const [admin, other] = [await test.as(), await test.as()]
    for (let count = 0; count < 3; count++) await aSource(test.database.prisma)
    const cursor = await firstCursor(admin, '&sort=code')
    const filter = encodeURIComponent(JSON.stringify({ field: 'kind', op: 'eq', value: 'web' }))
    const codeOf = async (caller: Caller, path: string) =>
      (await caller.call('GET', `${path}&cursor=${cursor}`)).body.code
    expect(await codeOf(admin, '/sources?sort=code')).toBeUndefined()
    expect(await codeOf(admin, '/sources?sort=-code')).toBe('cursor.invalid')
    expect(await codeOf(admin, `/sources?sort=code&filter=${filter}`)).toBe('cursor.invalid')
    expect(await codeOf(admin, '/dictionaries?sort=code')).toBe('cursor.invalid')
    expect(await codeOf(other, '/sources?sort=code')).toBe('cursor.invalid')
  })
})

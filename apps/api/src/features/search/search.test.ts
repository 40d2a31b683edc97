import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()

type Hit = { type: string; id: string; title: string; match: { field: string; text: string } }

const find = async (who: Awaited<ReturnType<typeof test.as>>, q: string, more = ''): Promise<Hit[]> => {
  const { status, body } = await who.call('GET', `/search?q=${encodeURIComponent(q)}${more}`)
  expect(status).toBe(200)
  return body.items
}

const aNamed = async (who: Awaited<ReturnType<typeof test.as>>, name: string): Promise<string> => {
  const { id: sourceId } = await aSource(test.database.prisma)
  const made = await who.call('POST', '/customers', { kind: 'company', name, sourceId })
  expect(made.status).toBe(201)
  return made.body.id
}

describe('GET /search', () => {
  it.each([
    ['one Chinese character', '砾', 'title'],
    ['two of them', '云砾', 'title'],
    ['pinyin', 'kunmingyunli', 'pinyin'],
    ['initials of pinyin', 'kmyl', 'pinyin'],
    ['words in any order', '科技 昆明', 'title'],
    ['another width', 'ｋｍｙｌ', 'pinyin'],
  ])('200 finds by %s [D6]', async (_, q, field) => {
    const admin = await test.as()
    const id = await aNamed(admin, '昆明云砾科技有限公司')
    const found = (await find(admin, q)).find((hit) => hit.id === id)
    expect(found).toMatchObject({ type: 'customers', title: '昆明云砾科技有限公司', match: { field } })
  })

  it('200 tells which characters a pinyin spells', async () => {
    const admin = await test.as()
    await aNamed(admin, '常州蓝隼新能源科技有限公司')
    expect((await find(admin, 'lsx'))[0]?.match).toEqual({ field: 'pinyin', text: '蓝隼新' })
  })

  it('200 puts the same name before names that begin so, and these before names that hold it', async () => {
    const admin = await test.as()
    const [holds, same, begins] = [
      await aNamed(admin, 'Old Quillor Works'),
      await aNamed(admin, 'Quillor'),
      await aNamed(admin, 'Quillor Works'),
    ]
    const found = await find(admin, 'quillor')
    expect(found.map(({ id }) => id)).toEqual([same, begins, holds])
    expect(found[0]?.match).toEqual({ field: 'title', text: 'Quillor' })
  })

  it('200 finds a record by its number', async () => {
    const admin = await test.as()
    const id = await aNamed(admin, 'Numbered')
    const { body } = await admin.call('GET', `/customers/${id}`)
    expect(await find(admin, body.number)).toMatchObject([{ id, match: { field: 'number', text: body.number } }])
  })

  it('200 looks only where it is asked to, and as often as it is asked to', async () => {
    const admin = await test.as()
    for (const name of ['Mirrow A', 'Mirrow B']) await aNamed(admin, name)
    await aContact(test.database.prisma, { name: 'Mirrow' })
    expect((await find(admin, 'mirrow', '&types=contacts')).map(({ type }) => type)).toEqual(['contacts'])
    expect(await find(admin, 'mirrow', '&limit=2')).toHaveLength(2)
  })

  it('200 takes signs of patterns for what they are', async () => {
    const admin = await test.as()
    await aNamed(admin, 'Percent 100% sure_')
    expect(await find(admin, '%')).toHaveLength(1)
    expect(await find(admin, '100_')).toHaveLength(0)
  })

  it('200 is empty for what lies beyond the caller’s scope, and for a noun whose name he may not read', async () => {
    const admin = await test.as()
    await aNamed(admin, 'Hidden Harbour')
    const rep = await test.as({ role: 'rep' })
    expect(await find(rep, 'hidden harbour')).toEqual([])
  })

  it.each(['', '?q=a&types=users', '?q=a&limit=51'])('400 for %s', async (query) => {
    const admin = await test.as()
    expect((await admin.call('GET', `/search${query}`)).status).toBe(400)
  })
})

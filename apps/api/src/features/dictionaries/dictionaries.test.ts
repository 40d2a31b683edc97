import { aDictionary, aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const label = { zh: '行业', en: 'Industry' }
const itemsOf = (code: string) => encodeURIComponent(JSON.stringify({ field: 'dictionaryCode', op: 'eq', value: code }))

describe('POST /dictionaries', () => {
  it('201 creates a list of one’s own, 409 for a code that is taken', async () => {
    const admin = await test.as()
    const code = unique('list-')
    const { status, body } = await admin.call('POST', '/dictionaries', { code, label })
    expect({ status, ...body }).toMatchObject({ status: 201, code, system: false, itemCount: 0, can: { edit: true } })
    expect((await admin.call('POST', '/dictionaries', { code, label })).status).toBe(409)
  })

  it('400 for a label in one language only', async () => {
    const admin = await test.as()
    const { status, body } = await admin.call('POST', '/dictionaries', { code: unique(), label: { zh: '行业' } })
    expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ path: 'label.en' }] })
  })
})

describe('POST /dictionary-items', () => {
  it('201 puts the item last', async () => {
    const admin = await test.as()
    const dictionary = await aDictionary(test.database.prisma)
    await aDictionaryItem(test.database.prisma, { dictionaryId: dictionary.id, order: 4 })
    const sent = { dictionaryId: dictionary.id, code: unique(), label, color: 'sage' }
    const { status, body } = await admin.call('POST', '/dictionary-items', sent)
    expect({ status, ...body }).toMatchObject({
      status: 201,
      order: 5,
      color: 'sage',
      dictionaryCode: dictionary.code,
      dictionary: { id: dictionary.id },
    })
  })

  it('201 gives ten items created at once ten places', async () => {
    const admin = await test.as()
    const { id: dictionaryId } = await aDictionary(test.database.prisma)
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        admin.call('POST', '/dictionary-items', { dictionaryId, code: unique(), label }),
      ),
    )
    const places = made.map(({ body }) => body.order as number)
    expect(places.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('409 for a code the dictionary has; another dictionary may have it', async () => {
    const admin = await test.as()
    const item = await aDictionaryItem(test.database.prisma)
    const other = await aDictionary(test.database.prisma)
    const sent = { dictionaryId: item.dictionaryId, code: item.code, label }
    expect((await admin.call('POST', '/dictionary-items', sent)).status).toBe(409)
    expect((await admin.call('POST', '/dictionary-items', { ...sent, dictionaryId: other.id })).status).toBe(201)
  })

  it('422 for a dictionary that does not exist, and for the parent of another dictionary', async () => {
    const admin = await test.as()
    const dictionary = await aDictionary(test.database.prisma)
    const foreign = await aDictionaryItem(test.database.prisma)
    const sent = { code: unique(), label }
    const absent = { ...sent, dictionaryId: '00000000-0000-7000-8000-000000000009' }
    expect((await admin.call('POST', '/dictionary-items', absent)).body.code).toBe('reference.invalid')
    const wrong = { ...sent, dictionaryId: dictionary.id, parentId: foreign.id }
    expect((await admin.call('POST', '/dictionary-items', wrong)).body.errors[0].path).toBe('parentId')
  })

  it('403 for a rep', async () => {
    const rep = await test.as({ role: 'rep' })
    const dictionary = await aDictionary(test.database.prisma)
    const sent = { dictionaryId: dictionary.id, code: unique(), label }
    expect((await rep.call('POST', '/dictionary-items', sent)).status).toBe(403)
  })
})

describe('GET /dictionary-items', () => {
  it('200 gives a picker the items of one list in their order', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id: dictionaryId, code } = await aDictionary(test.database.prisma)
    const second = await aDictionaryItem(test.database.prisma, { dictionaryId, order: 1 })
    const first = await aDictionaryItem(test.database.prisma, { dictionaryId, order: 0 })
    await aDictionaryItem(test.database.prisma)
    const { body } = await rep.call('GET', `/dictionary-items?filter=${itemsOf(code)}`)
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([first.id, second.id])
    expect(body.items[0].can).toEqual({ edit: false, archive: false, delete: false })
  })
})

describe('POST /dictionaries/:id/reorder', () => {
  it('200 writes the new order once, and names it in the event', async () => {
    const admin = await test.as()
    const { id: dictionaryId, code } = await aDictionary(test.database.prisma)
    const [a, b, c] = [0, 1, 2].map((order) => aDictionaryItem(test.database.prisma, { dictionaryId, order }))
    const [first, second, third] = [(await a!).id, (await b!).id, (await c!).id]
    const itemIds = [third, first, second]
    const { status, body } = await admin.call('POST', `/dictionaries/${dictionaryId}/reorder`, { itemIds, version: 1 })
    expect({ status, version: body.version }).toEqual({ status: 200, version: 2 })
    const list = await admin.call('GET', `/dictionary-items?filter=${itemsOf(code)}`)
    expect(list.body.items.map((item: { id: string }) => item.id)).toEqual(itemIds)
    const event = await test.database.prisma.event.findFirstOrThrow({ where: { recordId: dictionaryId } })
    expect(event.changes).toEqual([{ field: 'itemIds', old: [first, second, third], new: itemIds }])
  })

  it('422 when an item is missing, foreign or named twice', async () => {
    const admin = await test.as()
    const { id: dictionaryId } = await aDictionary(test.database.prisma)
    const one = await aDictionaryItem(test.database.prisma, { dictionaryId })
    const two = await aDictionaryItem(test.database.prisma, { dictionaryId, order: 1 })
    const foreign = await aDictionaryItem(test.database.prisma)
    for (const itemIds of [[one.id], [one.id, one.id], [one.id, foreign.id], [one.id, two.id, foreign.id]]) {
      const { status } = await admin.call('POST', `/dictionaries/${dictionaryId}/reorder`, { itemIds, version: 1 })
      expect(status).toBe(422)
    }
  })
})

describe('PATCH /dictionary-items/:id and archive', () => {
  it('200 renames, retires and brings back', async () => {
    const admin = await test.as()
    const { id } = await aDictionaryItem(test.database.prisma)
    const renamed = await admin.call('PATCH', `/dictionary-items/${id}`, { label, version: 1 })
    expect(renamed.body).toMatchObject({ label, version: 2 })
    const retired = await admin.call('POST', `/dictionary-items/${id}/archive`, { version: 2 })
    expect(retired.body).toMatchObject({ archivedAt: expect.any(String), can: { archive: false } })
    const back = await admin.call('POST', `/dictionary-items/${id}/unarchive`, { version: 3 })
    expect(back.body.archivedAt).toBeNull()
  })

  it('400 for a code, which never changes; 422 for itself as its parent', async () => {
    const admin = await test.as()
    const { id } = await aDictionaryItem(test.database.prisma)
    expect((await admin.call('PATCH', `/dictionary-items/${id}`, { code: 'x', version: 1 })).status).toBe(400)
    expect((await admin.call('PATCH', `/dictionary-items/${id}`, { parentId: id, version: 1 })).status).toBe(422)
  })
})

import { randomUUID } from 'node:crypto'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { searchable } from '@rapport/domain/search-text.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()

type Hit = { type: string; id: string; title: string; detail: string | null; match: { field: string; text: string } }

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

  it('200 leaves half of the places to other nouns, however many of one there are', async () => {
    const admin = await test.as()
    const stem = unique('Manifold ')
    for (const at of ['A', 'B', 'C', 'D']) await aNamed(admin, `${stem} ${at}`)
    await aContact(test.database.prisma, { name: `About ${stem}` })
    const found = await find(admin, stem, '&limit=4')
    expect(found.map(({ type }) => type)).toEqual(['customers', 'customers', 'contacts', 'customers'])
  })

  it('200 finds by a short name as by a name', async () => {
    const admin = await test.as()
    const shortName = unique('Brief ')
    const { id: sourceId } = await aSource(test.database.prisma)
    await aNamed(admin, `Holds ${shortName} too`)
    const { body } = await admin.call('POST', '/customers', {
      kind: 'company',
      name: unique('Long '),
      shortName,
      sourceId,
    })
    expect((await find(admin, shortName))[0]).toMatchObject({ id: body.id })
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

  it('200 finds what he reaches through a customer of his, and what is lent to him', async () => {
    const { prisma } = test.database
    const [rep, stranger] = [await test.as({ role: 'rep' }), await test.as({ role: 'rep' })]
    const stem = unique('Reached ')
    const mine = await aCustomer(prisma, { ownerId: rep.userId })
    const lent = await aCustomer(prisma, { name: `${stem} lent`, ownerId: stranger.userId })
    await prisma.collaborator.create({ data: { recordType: 'customer', recordId: lent.id, userId: rep.userId } })
    const contact = await aContact(prisma, { name: `${stem} person`, customerIds: [mine.id], ownerId: stranger.userId })
    const deal = await anOpportunity(prisma, { name: `${stem} deal`, customerId: mine.id, ownerId: stranger.userId })
    const own = await anOpportunity(prisma, { name: `${stem} own`, ownerId: rep.userId })
    await aCustomer(prisma, { name: `${stem} beyond`, ownerId: stranger.userId })
    const found = await find(rep, stem)
    expect(found.map(({ id }) => id).toSorted()).toEqual([lent.id, contact.id, deal.id, own.id].toSorted())
    expect(found[0]?.id).toBe(own.id)
    expect(found.find(({ id }) => id === contact.id)?.detail).toBe(mine.name)
  })

  it('200 finds his among hundreds that bear the word, by each way, own ones and those that begin so first', async () => {
    const { prisma } = test.database
    const [rep, stranger] = [await test.as({ role: 'rep' }), await test.as({ role: 'rep' })]
    const word = unique('Common')
    const theirs = await anOpportunity(prisma, { name: `${word} theirs`, ownerId: stranger.userId })
    const others = Array.from({ length: 410 }, () => ({ ...theirs, id: randomUUID(), number: unique('O-') }))
    await prisma.opportunity.createMany({ data: others })
    const mine = await aCustomer(prisma, { ownerId: rep.userId })
    const ofMine = { customerId: mine.id, ownerId: stranger.userId }
    const makeInTurn = [
      { name: `${word} mine`, ownerId: rep.userId },
      { name: `${word} of my customer`, ...ofMine },
      { name: `My ${word}`, ownerId: rep.userId },
      { name: `The ${word} of my customer`, ...ofMine },
    ]
    const ids: string[] = []
    for (const one of makeInTurn) ids.push((await anOpportunity(prisma, one)).id)
    for (const most of [1, 2, 3, 4, 20]) {
      const found = await find(rep, word, `&limit=${most}`)
      expect(found.map(({ id }) => id)).toEqual(ids.slice(0, most))
    }
  })

  it('200 puts what is called just so first, also where one is asked for and another owns it', async () => {
    const { prisma } = test.database
    const [rep, stranger] = [await test.as({ role: 'rep' }), await test.as({ role: 'rep' })]
    const name = unique('Just ')
    const mine = await aCustomer(prisma, { ownerId: rep.userId })
    await anOpportunity(prisma, { name: `${name} and more`, ownerId: rep.userId })
    const { id } = await anOpportunity(prisma, { name, customerId: mine.id, ownerId: stranger.userId })
    expect(await find(rep, name, '&limit=1')).toMatchObject([{ id }])
  })

  it.each(['', '?q=a&types=users', '?q=a&limit=51'])('400 for %s', async (query) => {
    const admin = await test.as()
    expect((await admin.call('GET', `/search${query}`)).status).toBe(400)
  })
})

describe('GET /search by what is not in a name', () => {
  // Seven digits that no other test has at the end of a number.
  let last = Math.floor(Math.random() * 5_000_000) + 1_000_000
  const seven = () => String((last += 1))
  const aKnown = async (who: Awaited<ReturnType<typeof test.as>>, more: object, noun = 'customers') => {
    const { id: sourceId } = await aSource(test.database.prisma)
    const body = noun === 'customers' ? { kind: 'company', sourceId } : {}
    const made = await who.call('POST', `/${noun}`, { ...body, name: unique('Known '), ...more })
    expect(made.status).toBe(201)
    return made.body.id as string
  }
  const phones = (number: string) => [{ type: 'mobile', number }]
  const emails = (address: string) => [{ type: 'work', address }]
  const clerk = (fieldRules: Record<string, 'hidden' | 'masked'>) =>
    test.as({
      rules: {
        rights: { customers: ['read'], contacts: ['read'] },
        scopes: { customers: 'all', contacts: 'all' },
        fieldRules,
      },
    })

  it.each(['customers', 'contacts'])(
    '200 finds %s by the last digits of a phone, however it is written [D6]',
    async (noun) => {
      const admin = await test.as()
      const end = seven()
      const id = await aKnown(admin, { phones: phones(`1386${end}`) }, noun)
      for (const typed of [end, `1386${end}`, `+86 138-6${end.slice(0, 3)} ${end.slice(3)}`, `01386${end}`]) {
        expect(await find(admin, typed)).toMatchObject([{ id, detail: `+861386${end}`, match: { field: 'phone' } }])
      }
      expect((await find(admin, end.slice(-4))).map((hit) => hit.id)).toContain(id)
      expect((await find(admin, end.slice(-3))).map((hit) => hit.id)).not.toContain(id)
    },
  )

  it('200 shows of a masked phone what the mask shows, and finds by no digit more [B3]', async () => {
    const admin = await test.as()
    const end = seven()
    const id = await aKnown(admin, { phones: phones(`1386${end}`) })
    const reader = await clerk({ 'customers.phones': 'masked' })
    const found = (await find(reader, end.slice(-4))).find((hit) => hit.id === id)
    expect(found).toMatchObject({ detail: `+86****${end.slice(-4)}`, match: { field: 'phone', text: end.slice(-4) } })
    for (const typed of [end, end.slice(-5), `1386${end}`]) expect(await find(reader, typed)).toEqual([])
  })

  it('200 answers who may not read phones, mails or numbers of other systems as if there were none [B3]', async () => {
    const admin = await test.as()
    const [end, box, externalId] = [seven(), unique('box'), unique('X')]
    const id = await aKnown(admin, {
      phones: phones(`1386${end}`),
      emails: emails(`${box}@${box}.example`),
      externalSource: 'ERP',
      externalId,
    })
    const fieldRules = {
      'customers.phones': 'hidden',
      'customers.emails': 'masked',
      'customers.externalId': 'hidden',
    } as const
    const reader = await clerk(fieldRules)
    for (const typed of [
      end,
      end.slice(-5),
      `1386${end}`,
      box,
      `${box}@${box}.example`,
      `@${box}.example`,
      externalId,
    ]) {
      expect(await find(reader, typed)).toEqual([])
      expect((await find(admin, typed)).map((hit) => hit.id)).toContain(id)
    }
    // Four digits may be those of others as well; of this one they are not.
    expect((await find(reader, end.slice(-4))).map((hit) => hit.id)).not.toContain(id)
  })

  it('200 finds by the beginning of a mail address, its domain, and the domain of a website', async () => {
    const admin = await test.as()
    const [box, domain] = [unique('box'), `${unique('d')}.example`]
    const person = await aKnown(admin, { emails: emails(`${box}.wang@${domain}`) }, 'contacts')
    const company = await aKnown(admin, { website: `https://www.${domain}/about` })
    expect(await find(admin, `${box}.w`)).toMatchObject([
      { id: person, detail: `${box}.wang@${domain}`, match: { field: 'email', text: `${box}.w` } },
    ])
    for (const typed of [domain, `@${domain}`, domain.slice(0, -3)]) {
      expect((await find(admin, typed)).map((hit) => hit.id).toSorted()).toEqual([person, company].toSorted())
    }
  })

  it('200 finds by the number of another system, before names that hold it', async () => {
    const admin = await test.as()
    const externalId = unique('Ext-')
    await aKnown(admin, { name: `About ${externalId}` })
    const id = await aKnown(admin, { externalSource: 'ERP', externalId })
    expect((await find(admin, externalId))[0]).toMatchObject({ id, detail: externalId, match: { field: 'externalId' } })
  })

  it.each(['hidden', 'masked'] as const)(
    '200 finds by the rest for whom a part of what is searched is %s, and puts nothing in order by it [B3]',
    async (rule) => {
      const admin = await test.as()
      const [end, name, shortName] = [seven(), unique('砾云 '), unique('Short')]
      const id = await aKnown(admin, { name, shortName, phones: phones(`1386${end}`) })
      const reader = await clerk({ 'customers.shortName': rule })
      const byTail = unique('tail')
      const [first, second] = [
        await aKnown(admin, { name: byTail, shortName: 'Zebra' }),
        await aKnown(admin, { name: `${byTail}x`, shortName: 'Quagga' }),
      ]
      for (const typed of [name, `liyun${name.slice(3)}`, end]) {
        expect({ typed, found: await find(admin, typed) }).toMatchObject({ typed, found: [{ id }] })
        expect({ typed, found: await find(reader, typed) }).toMatchObject({ typed, found: [{ id, title: name }] })
      }
      expect(await find(admin, shortName)).toMatchObject([{ id }])
      expect(await find(reader, shortName)).toEqual([])
      expect((await find(reader, `${byTail} zebra`)).map((hit) => hit.id)).toEqual([])
      expect((await find(reader, byTail)).map((hit) => hit.id)).toEqual([first, second])
    },
  )

  it('200 is empty for a phone beyond the caller’s reach', async () => {
    const admin = await test.as()
    const rep = await test.as({ role: 'rep' })
    const end = seven()
    await aKnown(admin, { phones: phones(`1386${end}`) })
    expect(await find(rep, end)).toEqual([])
  })
})

describe('searchable', () => {
  it.each(['云能科技 abc 1', '々〇㐀䶿一鿿', '𠀀𲎯 x', 'no Chinese', 'ー、か'])(
    'is in the database what it is in the domain: %s',
    async (text) => {
      const [row] = await test.database.prisma.$queryRaw<
        { text: string }[]
      >`select searchable(${text.toLowerCase()}) as text`
      expect(row?.text).toBe(searchable(text))
    },
  )

  it('gives the index of trigrams letters for one Chinese character, whatever the locale', async () => {
    const [row] = await test.database.prisma.$queryRaw<{ trigrams: string[] }[]>`
      select show_trgm(searchable('云')) as trigrams`
    expect(row?.trigrams).toContain(searchable('云').slice(0, 3).toLowerCase())
  })
})

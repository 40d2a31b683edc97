/** Cards that we write are read again as what they said. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cardText, type Card } from '@rapport/domain/card.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardsOf } from './card-lines.ts'
import { cardColumns, rowOfCard } from './card-row.ts'

const letters = fc.constantFrom(...'aZ9 .-–_()/&%=+@#"\'<>:王芳李é😀ßЖ'.match(/./gu)!, ',', ';', '\\', '\n')
const words = fc
  .string({ unit: letters, minLength: 1, maxLength: 90 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const line = words.map((text) => text.replaceAll('\n', ' '))
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const phone = fc.record({
  type: fc.constantFrom('mobile', 'work', 'home', 'fax', 'other'),
  number: fc.stringMatching(/^\+?[0-9]{3,15}$/),
})
const email = fc.record({ type: fc.constantFrom('work', 'home', 'other'), address: fc.emailAddress() })
const addressParts = [
  ['street', 'Street'],
  ['city', 'City'],
  ['region', 'State'],
  ['postcode', 'Postcode'],
  ['country', 'Country'],
] as const
const cards: fc.Arbitrary<Card> = fc.record({
  id: fc.uuid(),
  name: line,
  phones: fc.uniqueArray(phone, { selector: ({ type }) => type, maxLength: 5 }),
  emails: fc.uniqueArray(email, { selector: ({ type }) => type, maxLength: 3 }),
  company: maybe(line),
  department: maybe(line),
  title: maybe(line),
  wechat: maybe(fc.stringMatching(/^[\w-]{3,20}$/)),
  birthDate: maybe(fc.constantFrom('1984-02-29', '2001-12-31')),
  tags: fc.uniqueArray(fc.stringMatching(/^[\w王芳]{1,12}$/), { maxLength: 3 }),
  note: maybe(words),
  address: maybe(fc.record(Object.fromEntries(addressParts.map(([part]) => [part, maybe(line)])))),
  website: maybe(fc.webUrl({ validSchemes: ['https'] })),
}) as fc.Arbitrary<Card>

const readAgain = async (text: string): Promise<Record<string, string>[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-cards-'))
  try {
    const file = path.join(folder, 'cards.vcf')
    await writeFile(file, text)
    const rows: Record<string, string>[] = []
    for await (const lines of cardsOf(file, 'utf-8'))
      rows.push(Object.fromEntries(rowOfCard(lines).map((cell, at) => [cardColumns[at], cell])))
    return rows
  } finally {
    await rm(folder, { recursive: true })
  }
}

const phoneColumns = { mobile: 'Mobile', work: 'Work phone', home: 'Home phone', fax: 'Fax', other: 'Other phone' }
const mailColumns = { work: 'Work email', home: 'Home email', other: 'Other email' }
const cellsOf = ({ id, ...card }: Card): Record<string, string> => ({
  ...Object.fromEntries(cardColumns.map((name) => [name, ''])),
  ...Object.fromEntries(card.phones.map(({ type, number }) => [phoneColumns[type], number])),
  ...Object.fromEntries(card.emails.map(({ type, address }) => [mailColumns[type], address])),
  Name: card.name,
  Company: card.company ?? '',
  Department: card.department ?? '',
  'Job title': card.title ?? '',
  WeChat: card.wechat ?? '',
  Birthday: card.birthDate ?? '',
  Tags: card.tags.join(', '),
  Note: card.note ?? '',
  ...Object.fromEntries(addressParts.map(([part, column]) => [column, card.address?.[part] ?? ''])),
  Website: card.website ?? '',
  'Rapport ID': id,
})

describe('cards written by us', () => {
  it('are read again field by field, in lines that end where they must', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cards, { minLength: 1, maxLength: 4 }), async (given) => {
        const text = given.map(cardText).join('')
        expect(await readAgain(text)).toEqual(given.map(cellsOf))
        for (const written of text.split('\r\n')) expect(Buffer.byteLength(written)).toBeLessThanOrEqual(75)
      }),
      { numRuns: 200 },
    )
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useImports } from '../../../test/imports.ts'
import { cardRows } from './card-rows.ts'

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')

const read = async (content: string | Buffer, encoding: 'utf-8' | 'utf-16le' = 'utf-8') => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-cards-'))
  try {
    const file = path.join(folder, 'cards.vcf')
    await writeFile(file, content)
    const [header = [], ...rows] = await cardRows(file, encoding, () => undefined)
    return rows.map((row) => Object.fromEntries(header.flatMap((name, at) => (row[at] ? [[name, row[at]]] : []))))
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('cards of a phone', () => {
  it('are read in every version, with quoted and folded lines, groups and several numbers', async () => {
    const gbk = '=CD=F5=D0=A1=C3=F7' // 王小明
    const old = card(
      'VERSION:2.1',
      `N;CHARSET=GB18030;ENCODING=QUOTED-PRINTABLE:${gbk};;;;`,
      `FN;CHARSET=GB18030;ENCODING=QUOTED-PRINTABLE:=CD=F5=`,
      '=D0=A1=C3=F7',
      'TEL;CELL;PREF:138 0013 8000',
      'TEL;WORK;VOICE:010-6554 1234',
      'ORG:Quarries, Ltd;Sales',
      'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ',
      ' SkZJRgABAQAAAQ',
      '',
    )
    const third = card(
      'VERSION:3.0',
      'N:Kerluke;Anna;;Dr.;',
      'FN:Dr. Anna',
      '  Kerluke',
      'item1.EMAIL;TYPE=home:a@example.org',
      'item2.EMAIL;type=work:b@example.org',
      'NOTE:one\\, two\\nthree',
    )
    const fourth = card(
      'VERSION:4.0',
      'FN:Bo Li',
      'UID:urn:uuid:4fbe8971-0bc3',
      'TEL;VALUE=uri;TYPE="cell,voice":tel:+1-418-262-6501;ext=102',
      'BDAY:19800512',
    )
    const [first, second, last] = await read(old + third + fourth)
    expect(first).toMatchObject({
      Name: '王小明',
      Mobile: '138 0013 8000',
      'Work phone': '010-6554 1234',
      Company: 'Quarries, Ltd',
      Department: 'Sales',
      Photo: 'yes',
    })
    expect(second).toMatchObject({
      Name: 'Dr. Anna Kerluke',
      'Home email': 'a@example.org',
      'Work email': 'b@example.org',
      Note: 'one, two\nthree',
    })
    expect(last).toMatchObject({
      Name: 'Bo Li',
      Mobile: '+1-418-262-6501 x102',
      Birthday: '1980-05-12',
      UID: 'urn:uuid:4fbe8971-0bc3',
    })
  })

  it('lose nothing in silence: what has no column is kept in words, a broken line and a broken end too', async () => {
    const [one, two] = await read(
      card('VERSION:3.0', 'N:王;小明;;;', 'BDAY:--05-12', 'X-SPOUSE:Li', 'no colon here') +
        'BEGIN:VCARD\nVERSION:3.0\nFN:Cut off',
    )
    expect(one).toMatchObject({ Name: '王小明' })
    expect(one?.['Other details']?.split('\n')).toEqual(['BDAY: --05-12', 'X-SPOUSE: Li', 'no colon here'])
    expect(two).toMatchObject({ Name: 'Cut off' })
  })

  it('are known again by what they say, whenever they were written', async () => {
    const at = (rev: string) => card('VERSION:3.0', 'FN:Anna', `REV:${rev}`, 'TEL:1')
    const texts = [at('2020'), at('2026'), card('VERSION:3.0', 'FN:Anna', 'TEL:2')]
    const [one, again, other] = (await Promise.all(texts.map((text) => read(text)))).map(([row]) => row)
    expect(one?.UID).toBe(again?.UID)
    expect(one?.UID).not.toBe(other?.UID)
  })
})

describe('POST /imports', () => {
  const test = useImports()
  it('201 reads a vCard file as rows; the same file twice changes nothing', async () => {
    const admin = await test.as()
    await aSource(test.database.prisma, { kind: 'import' })
    const [anna, bo] = [unique('Anna '), unique('Bo ')]
    const file =
      card('VERSION:3.0', `FN:${anna}`, 'TEL;TYPE=CELL:13800138000', `UID:${unique()}`, 'PHOTO;ENCODING=b:AAAA') +
      card('VERSION:2.1', `N:;${bo}`)
    const { body: uploaded } = await test.upload(admin, 'contacts', file, 'phone.vcf')
    expect(uploaded).toMatchObject({
      delimiter: 'vcard',
      rowCount: 2,
      headerRow: 1,
      matchKeys: ['externalId'],
      externalSource: 'vcard',
    })
    expect(uploaded.proposal).toContainEqual({ column: 'Photo', target: null, leftOut: 'unknown' })
    expect(await test.bringIn(admin, 'contacts', file)).toMatchObject({ created: 2, failed: 0 })
    const both = () =>
      test.database.prisma.contact.findMany({ where: { name: { in: [anna, bo] } }, orderBy: { id: 'asc' } })
    const stored = await both()
    expect(stored).toHaveLength(2)
    for (const mode of ['create', 'upsert'])
      expect(await test.bringIn(admin, 'contacts', file, { mode })).toMatchObject({
        created: 0,
        updated: 0,
        skipped: 2,
      })
    expect(await both()).toEqual(stored)
    const person = await test.upload(admin, 'customers', file, 'phone.vcf')
    expect(person.body.defaults).toContainEqual({ target: 'kind', value: 'person' })
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import writeExcelFile from 'write-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileError } from '../../../files/file-fault.ts'
import { inspectFile, readRows } from './read-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapport-files-'))
})
afterAll(() => rm(folder, { recursive: true }))

let count = 0
const file = async (content: string | Buffer) => {
  const name = path.join(folder, `file-${count++}`)
  await writeFile(name, content)
  return name
}
const faultOf = async (content: string | Buffer) => {
  const error = await inspectFile(await file(content)).catch((reason: unknown) => reason)
  return error instanceof FileError ? error.fault : error
}
const all = async (name: string, skip = 0, batch = 2) => {
  const batches: string[][][] = []
  for await (const rows of readRows(name, await inspectFile(name), skip, batch)) batches.push(rows)
  return batches
}
// '客户,城市\n溧阳,苏州\n' in GB18030.
const gbk = Buffer.from('bfcdbba72cb3c7cad00ae4e0d1f42ccbd5d6dd0a', 'hex')

describe('inspectFile', () => {
  it.each([
    ['utf-8', Buffer.from('客户,城市\n溧阳,苏州\n')],
    ['utf-8', Buffer.from('\ufeff客户,城市\n溧阳,苏州\n')],
    ['gb18030', gbk],
    ['utf-16le', Buffer.from('\ufeff客户,城市\n溧阳,苏州\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeff客户,城市\n溧阳,苏州\n', 'utf16le').swap16()],
  ])('tells %s and reads it alike', async (encoding, bytes) => {
    expect(await inspectFile(await file(bytes))).toMatchObject({
      encoding,
      delimiter: ',',
      headerRow: 1,
      headers: ['客户', '城市'],
      sample: [['溧阳', '苏州']],
      rowCount: 1,
    })
  })

  it.each([
    [';', 'name;price\nA;1,5\nB;2,5\n'],
    ['\t', 'name\tprice\nA, B\t1\nC\t2\n'],
    ['|', 'name|price\nA|1\n'],
    [',', 'name\nA\nB\n'],
  ])('tells the delimiter %j', async (delimiter, text) => {
    expect(await inspectFile(await file(text))).toMatchObject({ delimiter, rowCount: text.split('\n').length - 2 })
  })

  it('counts what fills a column, and rows within quotations as one', async () => {
    const found = await inspectFile(await file('name,note\nA,"two\nlines ""quoted"""\n,x\nB,\n\n'))
    expect(found).toMatchObject({ rowCount: 3, columns: [{ filled: 2, samples: ['A', 'B'] }, { filled: 2 }] })
    expect(found.sample[0]).toEqual(['A', 'two\nlines "quoted"'])
  })

  it('passes a title above the header, and names columns where there is none', async () => {
    expect(await inspectFile(await file('Customers 2026,,\nname,city,phone\nA,B,1\n'))).toMatchObject({
      headerRow: 2,
      headers: ['name', 'city', 'phone'],
    })
    expect(await inspectFile(await file('a@example.com,2026-01-02\nb@example.com,2026-01-03\n'))).toMatchObject({
      headerRow: 0,
      headers: ['#1', '#2'],
      rowCount: 2,
    })
  })

  it('keeps a NUL visible instead of failing on it', async () => {
    expect((await inspectFile(await file('name\na\u0000b\n'))).sample).toEqual([['a\u2400b']])
  })

  it('reads a workbook as it would read its text', async () => {
    const name = path.join(folder, 'book.xlsx')
    const rows = [
      [{ value: 'name' }, { value: 'since' }, { value: 'revenue' }],
      [
        { value: '溧阳' },
        { value: new Date('2026-03-05T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        { value: 1234.5, type: Number },
      ],
    ]
    await writeExcelFile(rows as never).toFile(name)
    expect(await inspectFile(name)).toMatchObject({
      kind: 'xlsx',
      headers: ['name', 'since', 'revenue'],
      sample: [['溧阳', '2026-03-05', '1234.5']],
      rowCount: 1,
    })
  })

  it('says what it cannot read', async () => {
    expect(await faultOf('')).toEqual({ code: 'file.empty' })
    expect(await faultOf('name,city\n')).toEqual({ code: 'file.empty' })
    expect(await faultOf('name\n"never closed\nA\n')).toMatchObject({ code: 'file.quote' })
    expect(await faultOf(Buffer.from('d0cf11e0a1b11ae100', 'hex'))).toEqual({ code: 'file.xls' })
    expect(await faultOf(Buffer.from('89504e470d0a1a0a', 'hex'))).toEqual({ code: 'file.kind' })
    expect(await faultOf(Buffer.from('504b0304ffff', 'hex'))).toEqual({ code: 'file.workbook' })
    expect(await faultOf(Buffer.from('6e616d650aff810a', 'hex'))).toEqual({ code: 'file.encoding' })
  })

  it('refuses a bomb of an archive without unpacking it into memory [D6] [D9]', async () => {
    expect(await faultOf(bomb(200))).toEqual({ code: 'file.tooComplex' })
    expect(await faultOf(bomb(200, 1000))).toEqual({ code: 'file.tooComplex' })
  })

  it('ends within its time on an endless quotation [D9]', async () => {
    expect(await faultOf(`name\n"${'x'.repeat(3_000_000)}`)).toMatchObject({ code: 'file.tooComplex' })
  })
})

describe('readRows', () => {
  it('gives the rows in batches and goes on after those it is told to skip', async () => {
    const name = await file('name\nA\nB\nC\nD\nE\n')
    expect(await all(name)).toEqual([[['A'], ['B']], [['C'], ['D']], [['E']]])
    expect(await all(name, 3)).toEqual([[['D'], ['E']]])
    expect(await all(name, 5)).toEqual([])
  })
})

// A zip of one entry of `megabytes` zeros, which may claim another size than it has.
const bomb = (megabytes: number, claimed = megabytes * 1024 * 1024) => {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 1 })
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(claimed, 24)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, entry, end])
}

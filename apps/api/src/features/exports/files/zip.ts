/** A ZIP archive written as it is made: sizes and checksums stand behind each entry, so that nothing is held back. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipEntry = { name: string; content: AsyncIterable<string> }

const SIZES_FOLLOW = 0x0808 // and names are UTF-8
const DEFLATED = 8
// 1 January 1980, the first day an archive knows: the same records give the same bytes.
const DAY = 0x0021
const MOST = 0xffff_ffff

type Written = { name: Buffer; offset: number; crc: number; packed: number; size: number }

/** Errors: RangeError beyond 4 GiB, which this form of archive cannot say. */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const directory: Written[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), offset, crc: 0, packed: 0, size: 0 }
    for await (const piece of entryOf(entry, content)) {
      offset += piece.length
      yield piece
    }
    directory.push(entry)
  }
  if (offset > MOST || directory.some(({ size }) => size > MOST)) throw new RangeError('an archive beyond 4 GiB')
  const list = Buffer.concat(directory.map(recordOf))
  yield Buffer.concat([
    list,
    numbers([
      [0x06054b50, 4],
      [0, 4],
      [entries.length, 2],
      [entries.length, 2],
    ]),
    numbers([
      [list.length, 4],
      [offset, 4],
      [0, 2],
    ]),
  ])
}

async function* entryOf(entry: Written, content: AsyncIterable<string>): AsyncGenerator<Buffer> {
  yield Buffer.concat([numbers([[0x04034b50, 4], ...common({ ...entry, crc: 0, packed: 0, size: 0 })]), entry.name])
  const deflate = createDeflateRaw()
  const fed = pipeline(Readable.from(measured(entry, content)), deflate)
  fed.catch(() => undefined) // the loop below hears of it first
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    entry.packed += piece.length
    yield piece
  }
  await fed
  yield numbers([
    [0x08074b50, 4],
    [entry.crc, 4],
    [entry.packed, 4],
    [entry.size, 4],
  ])
}

async function* measured(entry: Written, content: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text)
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    yield bytes
  }
}

type Field = [value: number, bytes: 2 | 4]

// Version needed, flags, method, time, day, checksum, sizes, lengths of name and extra field.
const common = ({ name, crc, packed, size }: Written): Field[] => [
  [20, 2],
  [SIZES_FOLLOW, 2],
  [DEFLATED, 2],
  [0, 2],
  [DAY, 2],
  [crc, 4],
  [packed, 4],
  [size, 4],
  [name.length, 2],
  [0, 2],
]

const recordOf = (entry: Written): Buffer => {
  // Comment, disk, attributes; then where the entry begins.
  const rest: Field[] = [
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [entry.offset, 4],
  ]
  return Buffer.concat([numbers([[0x02014b50, 4], [20, 2], ...common(entry), ...rest]), entry.name])
}

// Too large a number is told by `zipped` once it is known.
const numbers = (fields: readonly Field[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(bytes === 4 ? value % 2 ** 32 : value, at, bytes)
  return buffer
}

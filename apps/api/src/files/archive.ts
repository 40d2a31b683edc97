/** Looks into a workbook before it is unpacked: an archive that swells beyond reason is refused. */
import { open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { FileError } from './file-fault.ts'

const ENTRIES = 10_000
const RATIO = 100
const UNPACKED = 192 * 1024 * 1024
const END = 0x06054b50
const ENTRY = 0x02014b50

type Entry = { packed: number; unpacked: number; offset: number; method: number }

/** Errors: FileError for too many entries, too much inside, or a directory that cannot be read. */
export const demandSaneArchive = async (file: string): Promise<void> => {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const read = async (position: number, length: number) =>
      (await handle.read(Buffer.alloc(Math.max(0, Math.min(length, size - position))), 0, null, position)).buffer
    const entries = await directory(read, size)
    let total = 0
    for (const entry of entries) {
      const local = await read(entry.offset, 30)
      const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
      total += entry.method === 8 ? await inflatedSize(await read(start, entry.packed), UNPACKED - total) : entry.packed
    }
    if (total > RATIO * Math.max(size, 1024 * 1024)) throw new FileError('file.tooComplex')
  } catch (error) {
    throw error instanceof RangeError ? new FileError('file.workbook') : error
  } finally {
    await handle.close()
  }
}

const directory = async (read: (at: number, length: number) => Promise<Buffer>, size: number): Promise<Entry[]> => {
  const tailStart = Math.max(0, size - 65_557)
  const tail = await read(tailStart, size)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || tail.readUInt32LE(end) !== END) throw new FileError('file.workbook')
  const count = tail.readUInt16LE(end + 10)
  if (count > ENTRIES) throw new FileError('file.tooComplex')
  const list = await read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries: Entry[] = []
  for (let at = 0; entries.length < count;) {
    if (list.readUInt32LE(at) !== ENTRY) throw new FileError('file.workbook')
    entries.push({
      method: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20),
      unpacked: list.readUInt32LE(at + 24),
      offset: list.readUInt32LE(at + 42),
    })
    at += 46 + list.readUInt16LE(at + 28) + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > UNPACKED) throw new FileError('file.tooComplex')
  return entries
}

// What it claims to hold may be a lie, so it is unpacked once without being kept.
const inflatedSize = (packed: Buffer, allowed: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const inflate = createInflateRaw()
    let size = 0
    inflate.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > allowed) inflate.destroy(new FileError('file.tooComplex'))
    })
    inflate.on('end', () => resolve(size))
    inflate.on('error', (error) => reject(error instanceof FileError ? error : new FileError('file.workbook')))
    inflate.end(packed)
  })

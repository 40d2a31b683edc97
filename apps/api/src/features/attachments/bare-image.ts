/** A picture without what its camera and its programs have noted in it: where, when, by whom. Its pixels stay as they are. */
import type { Size } from '@rapport/domain/features/attachments/attachment-files.ts'
import { bareJpeg } from './bare-jpeg.ts'

export type Bare = { image: Buffer; size: Size }

/** Null for what is no whole picture of this kind. */
export const bareImage = (bytes: Buffer, mime: string): Bare | null => {
  try {
    return makers[mime]?.(bytes) ?? null
  } catch (error) {
    if (error instanceof RangeError) return null // it ends before it should
    throw error
  }
}

// Colours, transparency, animation; texts, times and EXIF are left out.
const pngParts = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT acTL fcTL fdAT cICP'.split(' '),
)

const barePng = (bytes: Buffer): Bare => {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; ;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) throw new RangeError(name)
    if (pngParts.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') break // what stands behind the end is no part of the picture
    at = end
  }
  return { image: Buffer.concat(kept), size: { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } }
}

const bareWebp = (bytes: Buffer): Bare => {
  const kept: Buffer[] = []
  let size: Size | null = null
  const whole = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  for (let at = 12; at + 8 <= whole;) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    const name = bytes.toString('latin1', at, at + 4)
    if (at + 8 + length > bytes.length) throw new RangeError(name)
    const part = Buffer.from(bytes.subarray(at, end))
    size ??= webpSize(name, part)
    if (name === 'VP8X') part.writeUInt8(part.readUInt8(8) & ~0b1100, 8) // no EXIF, no XMP
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(part)
    at = end
  }
  if (!size) throw new RangeError('size')
  const body = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(body.length + 4, 4)
  return { image: Buffer.concat([head, body]), size }
}

const webpSize = (name: string, part: Buffer): Size | null => {
  if (name === 'VP8X') return { width: part.readUIntLE(12, 3) + 1, height: part.readUIntLE(15, 3) + 1 }
  if (name === 'VP8 ') return { width: part.readUInt16LE(14) & 0x3fff, height: part.readUInt16LE(16) & 0x3fff }
  if (name !== 'VP8L') return null
  const bits = part.readUInt32LE(9)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

const bareGif = (bytes: Buffer): Bare => {
  const size = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  let at = 13 + tableOf(bytes.readUInt8(10))
  const kept = [bytes.subarray(0, at)]
  for (;;) {
    const from = at
    const mark = bytes.readUInt8(at)
    if (mark === 0x3b) break
    if (mark === 0x2c) at = blocksFrom(bytes, at + 11 + tableOf(bytes.readUInt8(at + 9)))
    else if (mark === 0x21) at = blocksFrom(bytes, at + 2)
    else throw new RangeError('mark')
    const isNote = mark === 0x21 && (bytes[from + 1] === 0xfe || isXmp(bytes, from))
    if (!isNote) kept.push(bytes.subarray(from, at))
  }
  return { image: Buffer.concat([...kept, Buffer.from([0x3b])]), size }
}

const isXmp = (bytes: Buffer, at: number) =>
  bytes[at + 1] === 0xff && bytes.toString('latin1', at + 3, at + 11) !== 'NETSCAPE'
const tableOf = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
const blocksFrom = (bytes: Buffer, start: number): number => {
  let at = start
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += length + 1
  return at + 1
}

const makers: Record<string, (bytes: Buffer) => Bare> = {
  'image/png': barePng,
  'image/jpeg': bareJpeg,
  'image/webp': bareWebp,
  'image/gif': bareGif,
}

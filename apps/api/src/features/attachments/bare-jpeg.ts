/** A photo without its notes. Which way up it is stays, or every second photo of a phone would lie on its side. */
import type { Bare } from './bare-image.ts'

const SCAN = 0xda
const END = 0xd9
const EXIF = 0xe1
// Frame headers, which tell the size; the three between them are tables.
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
// JFIF (0), the profile of the colours (2) and how colours are coded (14) belong to the picture; all else of APPn are notes.
const isNote = (mark: number) => (mark >= 0xe1 && mark <= 0xef && mark !== 0xe2 && mark !== 0xee) || mark === 0xfe
// Of the second kind only the profile: telephones put whole further pictures there.
const isOther = (bytes: Buffer, mark: number, at: number) =>
  mark === 0xe2 && bytes.toString('latin1', at + 4, at + 15) !== 'ICC_PROFILE'

export const bareJpeg = (bytes: Buffer): Bare => {
  const kept = [bytes.subarray(0, 2)]
  let size: Bare['size'] | null = null
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError('mark')
    const mark = bytes.readUInt8(at + 1)
    if (mark === 0xff) {
      at += 1
      continue
    }
    if (mark === END) break
    const end = mark === SCAN ? scanEnd(bytes, at) : at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) throw new RangeError('length')
    if (isFrame(mark)) size ??= { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    const way = mark === EXIF ? orientationIn(bytes.subarray(at + 4, end)) : null
    if (way !== null) kept.push(orientation(way))
    if (!isNote(mark) && !isOther(bytes, mark, at)) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (!size) throw new RangeError('size')
  return { image: Buffer.concat([...kept, Buffer.from([0xff, END])]), size }
}

// Up to the next mark that is neither a stuffed byte nor a restart.
const scanEnd = (bytes: Buffer, from: number): number => {
  for (let at = from + 2 + bytes.readUInt16BE(from + 2); ; at += 1) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) throw new RangeError('scan')
    const mark = bytes.readUInt8(at + 1)
    if (mark !== 0 && !(mark >= 0xd0 && mark <= 0xd7) && mark !== 0xff) return at
  }
}

const ORIENTATION = 0x0112

const orientationIn = (exif: Buffer): number | null => {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 14) return null
  const tiff = exif.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12
    if (short(at) !== ORIENTATION) continue
    const way = short(at + 8)
    return way >= 2 && way <= 8 ? way : null
  }
  return null
}

// The smallest EXIF there is, with this one entry.
const orientation = (way: number): Buffer => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(way, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, EXIF, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

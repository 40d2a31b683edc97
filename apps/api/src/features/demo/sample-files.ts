/** Small real files of the sample company: a page and a picture, drawn here so that none has to be shipped. */
import { crc32, deflateSync } from 'node:zlib'
import type { DemoFile } from '../../demo/story/attachments.ts'
import type { Language } from './story.ts'

export const bytesOf = (content: DemoFile['content'], language: Language): Buffer => {
  if ('text' in content) return Buffer.from(content.text[language])
  return 'page' in content ? pageOf(content.page) : layout()
}

/** A PDF of one A4 page; its font knows Latin letters only. */
const pageOf = (lines: readonly string[]): Buffer => {
  const shown = lines.map(
    (line, at) => `1 0 0 1 56 ${770 - at * 22} Tm (${line.replaceAll(/[\\()]/g, String.raw`\$&`)}) Tj`,
  )
  const stream = `BT /F 12 Tf ${shown.join(' ')} ET`
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const starts = parts.map((part, at) => {
    const start = text.length
    text += `${at + 1} 0 obj${part}endobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const count = parts.length + 1
  return Buffer.from(
    `${text}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

const [WIDTH, HEIGHT] = [480, 300]
// left, top, right, bottom: the walls of the hall and what stands in it.
const walls = [
  [0, 0, 479, 299],
  [0, 0, 300, 190],
  [30, 40, 270, 80],
  [30, 110, 270, 150],
  [340, 40, 440, 120],
] as const

const isWall = (x: number, y: number): boolean =>
  walls.some(([left, top, right, bottom]) => {
    const inside = x >= left && x <= right && y >= top && y <= bottom
    return inside && (x - left < 3 || right - x < 3 || y - top < 3 || bottom - y < 3)
  })

/** A grey PNG of a hall with its machines. */
const layout = (): Buffer => {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_cell, x) => (isWall(x, y) ? 60 : 245))]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  const pixels = deflateSync(Buffer.concat(rows))
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

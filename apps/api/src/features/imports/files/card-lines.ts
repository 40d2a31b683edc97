/** The cards of a vCard file as logical lines: folded and quoted lines joined, what stands in binary left out. */
import type { Encoding } from '@rapport/domain/features/imports/import-choices.ts'
import { decode } from './encoding.ts'
import { FileError } from '../../../files/file-fault.ts'

const MAX_LINE = 1024 * 1024
const headOf = (line: string) => line.slice(0, line.includes(':') ? line.indexOf(':') : undefined).toUpperCase()
const isQuoted = (line: string) => headOf(line).includes('QUOTED-PRINTABLE')
const binary = new Set(['BASE64', 'B', 'ENCODING=BASE64', 'ENCODING=B'])
const isBinary = (line: string): boolean => {
  const head = headOf(line)
  const [, ...params] = head.split(';')
  return params.some((one) => binary.has(one)) || line.slice(head.length, head.length + 6).toLowerCase() === ':data:'
}
// What follows the head of a binary line is not kept.
const withoutBytes = (line: string) => line.slice(0, line.indexOf(':') + 1)

/** Each card without its first and last line. A card within a card is left out. Errors: FileError. */
export async function* cardsOf(file: string, encoding: Encoding): AsyncGenerator<string[]> {
  let card: string[] | null = null
  let depth = 0
  for await (const line of logicalLines(file, encoding)) {
    const word = line.trim().toUpperCase()
    if (word.endsWith('BEGIN:VCARD') && ++depth === 1) card = []
    else if (word === 'END:VCARD' && depth > 0 && --depth === 0) {
      if (card) yield card
      card = null
    } else if (depth === 1 && word !== 'BEGIN:VCARD' && word !== '') card?.push(line)
  }
  if (card) yield card
}

async function* logicalLines(file: string, encoding: Encoding): AsyncGenerator<string> {
  let [whole, isBytes] = ['', false]
  for await (const line of physicalLines(file, encoding)) {
    if (whole !== '' && isQuoted(whole) && whole.endsWith('=')) whole = whole.slice(0, -1) + line
    else if (/^[ \t]/.test(line) && whole !== '') whole += isBytes ? '' : line.slice(1)
    else {
      if (whole !== '') yield whole
      isBytes = isBinary(line)
      whole = isBytes ? withoutBytes(line) : line
    }
    if (whole.length > MAX_LINE) throw new FileError('file.tooComplex')
  }
  if (whole !== '') yield whole
}

async function* physicalLines(file: string, encoding: Encoding): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of decode(file, encoding)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > MAX_LINE) throw new FileError('file.tooComplex')
    for (const line of lines) yield bare(line)
  }
  yield bare(rest)
}

// Some programs end their lines with more than one return.
const bare = (line: string): string => {
  let end = line.length
  while (line[end - 1] === '\r') end--
  return line.slice(line.startsWith('\ufeff') ? 1 : 0, end)
}

/** In which encoding a text file is written: by its BOM, else by zero bytes, else strictly UTF-8, else GB18030. */
import { createReadStream } from 'node:fs'
import type { Encoding } from '@rapport/domain/features/imports/import-choices.ts'
import { FileError } from '../../../files/file-fault.ts'

const marks: [Buffer, Encoding][] = [
  [Buffer.from([0xef, 0xbb, 0xbf]), 'utf-8'],
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
]

const markOf = (head: Buffer) => marks.find(([mark]) => head.subarray(0, mark.length).equals(mark))?.[1]

// ASCII written in two bytes has a zero in every other place.
const byZeros = (head: Buffer): Encoding | undefined => {
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < head.length / 5) return undefined
  return odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : undefined
}

/** Decodes a file piece by piece. Errors: FileError for bytes that are none of this encoding. */
export async function* decode(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      yield decoder.decode(chunk as Buffer, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? new FileError('file.encoding') : error
  }
}

const reads = async (file: string, encoding: Encoding): Promise<boolean> => {
  try {
    for await (const _ of decode(file, encoding));
    return true
  } catch (error) {
    if (error instanceof FileError) return false
    throw error
  }
}

/** Errors: FileError where none fits the whole file. */
export const detectEncoding = async (file: string, head: Buffer): Promise<Encoding> => {
  const told = markOf(head) ?? byZeros(head)
  if (told) return told
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await reads(file, encoding)) return encoding
  throw new FileError('file.encoding')
}

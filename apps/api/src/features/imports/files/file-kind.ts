/** Which kind of file this is, by its first bytes; the name only helps to say what is wrong. */
import { open } from 'node:fs/promises'
import { FileError } from '../../../files/file-fault.ts'

export type FileKind = 'csv' | 'xlsx' | 'vcard'

const HEAD = 4096
const magics: [string, FileKind | 'xls'][] = [
  ['504b0304', 'xlsx'],
  ['d0cf11e0a1b11ae1', 'xls'],
]
const binaries = ['25504446', '89504e47', 'ffd8ff', '47494638', '1f8b', '7f454c46', '4d5a', '52617221', '377abcaf']

export const readHead = async (file: string): Promise<Buffer> => {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Errors: FileError for what is neither text nor a workbook. */
export const kindOf = (head: Buffer): FileKind => {
  const hex = head.subarray(0, 8).toString('hex')
  const known = magics.find(([magic]) => hex.startsWith(magic))?.[1]
  if (known === 'xls') throw new FileError('file.xls')
  if (known) return known
  if (binaries.some((magic) => hex.startsWith(magic))) throw new FileError('file.kind')
  return isCard(head) ? 'vcard' : 'csv'
}

// In whatever encoding: marks and the zeros of two bytes do not count.
const isCard = (head: Buffer) =>
  /^\s*BEGIN:VCARD\s/i.test(
    head.toString('latin1').replaceAll(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)|\0/g, ''),
  )

/** A file is what its ending says, of a size and a picture that can be opened, and its picture tells nothing beside itself. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { isTooLarge, ruleOf, type AttachmentKind } from '@rapport/domain/features/attachments/attachment-files.ts'
import { fileTypeFromBuffer } from 'file-type'
import { demandSaneArchive } from '../../files/archive.ts'
import { FileError } from '../../files/file-fault.ts'
import { settle, type Received } from '../../files/receive-file.ts'
import { refuse } from '../../http/problems.ts'
import { bareImage } from './bare-image.ts'

type Checked = { kind: AttachmentKind; mime: string; size: number; sha256: string }

const fault = (code: string) => refuse('attachment.file', {}, [{ path: 'file', code }])

/** Errors: 422 `attachment.file` with the reason. A picture is written anew without what its camera noted. */
export const checkFile = async ({ file, fileName, fileSize, sha256 }: Received<unknown>): Promise<Checked> => {
  const rule = ruleOf(fileName) ?? fault('attachment.kind')
  const bytes = await readFile(file)
  if (bytes.length === 0) fault('attachment.empty')
  await demandMagic(bytes, rule.magic)
  const asIs = { kind: rule.kind, mime: rule.mime, size: fileSize, sha256 }
  if (isArchive(bytes)) await demandArchive(file)
  if (rule.kind !== 'image') return asIs
  const { image, size } = bareImage(bytes, rule.mime) ?? fault('attachment.broken')
  if (isTooLarge(size)) fault('attachment.pixels')
  await writeFile(`${file}.part`, image, { mode: 0o600 })
  await settle(`${file}.part`, file)
  return { ...asIs, size: image.length, sha256: createHash('sha256').update(image).digest('hex') }
}

const demandMagic = async (bytes: Buffer, magic: readonly string[] | null): Promise<void> => {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (magic !== null) {
    if (!found || !magic.includes(found.mime)) fault('attachment.other')
    return
  }
  // A text may begin like anything that is a text as well, but holds no zero bytes unless it is one of two bytes a letter.
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if ((found && !textual.has(found.mime)) || (!isWide && bytes.includes(0))) fault('attachment.other')
}

const textual = new Set(['application/xml', 'image/svg+xml', 'text/calendar', 'text/vcard', 'application/rtf'])

const isArchive = (bytes: Buffer) => bytes.length >= 22 && bytes.readUInt32LE(0) === 0x04034b50

const demandArchive = async (file: string): Promise<void> => {
  try {
    await demandSaneArchive(file)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    fault(error.fault.code === 'file.tooComplex' ? 'attachment.archive' : 'attachment.broken')
  }
}

/** Which files may be attached, by their ending, and as what they are sent out. Anything else is refused. */
import { MEGABYTE } from '../settings/attachment-size.ts'

/** In pixels: a small file can hold a picture that no browser should unpack. */
export const MAX_SIDE = 20_000
export const MAX_PIXELS = 60_000_000

export type AttachmentKind = 'image' | 'document' | 'text' | 'markup' | 'archive' | 'sound' | 'video'

/** `magic`: what the first bytes must say it is; null for texts, which begin with anything. */
export type FileRule = { kind: AttachmentKind; mime: string; magic: readonly string[] | null }

const image = (mime: string): FileRule => ({ kind: 'image', mime, magic: [mime] })
const office = (mime: string): FileRule => ({ kind: 'document', mime, magic: [mime] })
const text = (mime: string): FileRule => ({ kind: 'text', mime: `${mime}; charset=utf-8`, magic: null })
// Runs where it is opened, so it is never shown: only ever sent to be kept.
const markup: FileRule = { kind: 'markup', mime: 'application/octet-stream', magic: null }
const old: FileRule = { kind: 'document', mime: 'application/octet-stream', magic: ['application/x-cfb'] }
const of = (kind: AttachmentKind, ...magic: [string, ...string[]]): FileRule => ({ kind, mime: magic[0], magic })

export const fileRules: Readonly<Record<string, FileRule>> = {
  png: image('image/png'),
  jpg: image('image/jpeg'),
  jpeg: image('image/jpeg'),
  gif: image('image/gif'),
  webp: image('image/webp'),
  pdf: office('application/pdf'),
  docx: office('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  xlsx: office('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  pptx: office('application/vnd.openxmlformats-officedocument.presentationml.presentation'),
  odt: office('application/vnd.oasis.opendocument.text'),
  ods: office('application/vnd.oasis.opendocument.spreadsheet'),
  odp: office('application/vnd.oasis.opendocument.presentation'),
  rtf: office('application/rtf'),
  doc: old,
  xls: old,
  ppt: old,
  msg: old,
  txt: text('text/plain'),
  csv: text('text/csv'),
  tsv: text('text/tab-separated-values'),
  md: text('text/plain'),
  eml: text('text/plain'),
  ics: text('text/calendar'),
  vcf: text('text/vcard'),
  svg: markup,
  html: markup,
  htm: markup,
  xml: markup,
  zip: of('archive', 'application/zip'),
  mp3: of('sound', 'audio/mpeg'),
  wav: of('sound', 'audio/wav'),
  m4a: of('sound', 'audio/x-m4a', 'audio/mp4', 'video/mp4'),
  amr: of('sound', 'audio/amr'),
  mp4: of('video', 'video/mp4'),
  mov: of('video', 'video/quicktime'),
}

/** The rule of a file by its last ending; null where such files are not taken. */
export const ruleOf = (name: string): FileRule | null => {
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
  return Object.hasOwn(fileRules, ending) ? (fileRules[ending] ?? null) : null
}

/** Why a file of so many bytes need not be sent at all; null when it may be. */
export const unfitness = (name: string, size: number, megabytes: number): 'notTaken' | 'tooLarge' | null => {
  if (!ruleOf(name)) return 'notTaken'
  return size > megabytes * MEGABYTE ? 'tooLarge' : null
}

/** As in `<input accept>`. */
export const acceptedFiles = Object.keys(fileRules)
  .map((ending) => `.${ending}`)
  .join(',')

export type Size = { width: number; height: number }
export const isTooLarge = ({ width, height }: Size): boolean =>
  width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS

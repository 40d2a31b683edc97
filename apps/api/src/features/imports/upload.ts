/** A file on its way in: streamed to the house's own folder under a name of ours, whole or not at all. */
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type {} from '@fastify/multipart'
import { importUpload, type ImportUpload } from '@rapport/domain/features/imports/imports.ts'
import type { FastifyRequest } from 'fastify'
import { refuse, Refusal } from '../../http/problems.ts'
import { faultsOf } from '../../http/validation.ts'

export const MAX_FILE = 100 * 1024 * 1024

export type Uploaded = ImportUpload & {
  file: string
  fileKey: string
  fileName: string
  fileSize: number
  sha256: string
}

/** Where the file of an import lies. The key is ours and never what a caller named. */
export const uploadPath = (home: string, fileKey: string): string => path.join(home, 'uploads', path.basename(fileKey))

/** Errors: 400 for missing or unknown parts, 413 beyond 100 MiB, 415 for what is no upload. The caller removes the file if he refuses it. */
export const receiveUpload = async (request: FastifyRequest, home: string): Promise<Uploaded> => {
  if (!request.isMultipart()) refuse('media.unsupported')
  const fields: Record<string, unknown> = {}
  let stored: Stored | null = null
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = part.value
      else if (part.fieldname !== 'file' || stored)
        refuse('request.malformed', {}, [{ path: part.fieldname, code: 'field.unknown' }])
      else stored = await store(part.file, home, part.filename)
    }
    return {
      ...checkFields(fields),
      ...(stored ?? refuse('request.malformed', {}, [{ path: 'file', code: 'file.missing' }])),
    }
  } catch (error) {
    if (stored) await rm(stored.file, { force: true })
    // What the parser says of a form that is none has no code; what the disk says has one.
    throw error instanceof Error && !('code' in error) ? new Refusal('request.malformed') : error
  }
}

type Stored = Omit<Uploaded, keyof ImportUpload>

const checkFields = (fields: Record<string, unknown>): ImportUpload => {
  const { data, error } = importUpload.safeParse(fields, { reportInput: true })
  return data ?? refuse('request.malformed', {}, error?.issues.flatMap(faultsOf))
}

const store = async (
  source: NodeJS.ReadableStream & { truncated: boolean },
  home: string,
  name: string,
): Promise<Stored> => {
  const fileKey = randomBytes(16).toString('hex')
  const file = uploadPath(home, fileKey)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let fileSize = 0
  const meter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      fileSize += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(source, meter, createWriteStream(`${file}.part`, { mode: 0o600 }))
    if (source.truncated) refuse('body.tooLarge')
    await settle(`${file}.part`, file)
  } catch (error) {
    await rm(`${file}.part`, { force: true })
    throw error
  }
  return { file, fileKey, fileName: nameOf(name), fileSize, sha256: hash.digest('hex') }
}

// On disk before its row is written: the row promises that it is there.
const settle = async (part: string, file: string) => {
  const handle = await open(part)
  await handle.sync()
  await handle.close()
  await rename(part, file)
}

// Only for people to recognise; without a path, and nothing that could not be stored.
const nameOf = (name: string): string =>
  path
    .basename(name.replaceAll('\\', '/'))
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u0000-\u001f]/g, ' ')
    .slice(0, 200) || 'file'

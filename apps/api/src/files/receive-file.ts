/** A file on its way in: streamed to a folder of the house under a name of ours, whole or not at all. */
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { refuse, Refusal } from '../http/problems.ts'
import { faultsOf } from '../http/validation.ts'

type Stored = { file: string; fileKey: string; fileName: string; fileSize: number; sha256: string }
/** The file as it lies on the disk, and what came beside it. */
export type Received<T> = Stored & { fields: T }

/** Where a file lies. The key is ours and never what a caller named. */
export const storedPath = (home: string, folder: string, fileKey: string): string =>
  path.join(home, folder, path.basename(fileKey))

/** Errors: 400 for missing or unknown parts, 413 beyond the limit in bytes, by default that of the form, 415 for what is no upload. The caller removes the file if he refuses it. */
export const receiveFile = async <S extends z.ZodType>(
  request: FastifyRequest,
  home: string,
  folder: string,
  schema: S,
  limit?: number,
): Promise<Received<z.output<S>>> => {
  if (!request.isMultipart()) refuse('media.unsupported')
  const fields: Record<string, unknown> = {}
  let stored: Stored | null = null
  try {
    for await (const part of request.parts(limit === undefined ? {} : { limits: { fileSize: limit } })) {
      if (part.type === 'field') fields[part.fieldname] = part.value
      else if (part.fieldname !== 'file' || stored)
        refuse('request.malformed', {}, [{ path: part.fieldname, code: 'field.unknown' }])
      else stored = await store(part.file, home, folder, part.filename)
    }
    return {
      fields: checkFields(schema, fields),
      ...(stored ?? refuse('request.malformed', {}, [{ path: 'file', code: 'file.missing' }])),
    }
  } catch (error) {
    if (stored) await rm(stored.file, { force: true })
    // What the parser says of a form that is none has no code; what the disk says has one.
    throw error instanceof Error && !('code' in error) ? new Refusal('request.malformed') : error
  }
}

/** The body of an upload is its file: the same idempotency key with another file is another request. */
export const uploadCtx = (ctx: Ctx, { fields, sha256 }: Received<unknown>): Ctx => {
  if (!ctx.idempotency) return ctx
  const said = `${ctx.idempotency.fingerprint}\n${JSON.stringify(fields)}\n${sha256}`
  const fingerprint = createHash('sha256').update(said).digest('base64url')
  return { ...ctx, idempotency: { ...ctx.idempotency, fingerprint } }
}

const checkFields = <S extends z.ZodType>(schema: S, fields: Record<string, unknown>): z.output<S> => {
  const { data, error } = schema.safeParse(fields, { reportInput: true })
  return data ?? refuse('request.malformed', {}, error?.issues.flatMap(faultsOf))
}

/** The same for a file that we make ourselves. */
export const storeContent = (content: Buffer, home: string, folder: string, name: string): Promise<Stored> =>
  store(Object.assign(Readable.from([content]), { truncated: false }), home, folder, name)

const store = async (
  source: NodeJS.ReadableStream & { truncated: boolean },
  home: string,
  folder: string,
  name: string,
): Promise<Stored> => {
  const fileKey = randomBytes(16).toString('hex')
  const file = storedPath(home, folder, fileKey)
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

/** On disk before its row is written: the row promises that it is there. */
export const settle = async (part: string, file: string): Promise<void> => {
  const handle = await open(part)
  await handle.sync()
  await handle.close()
  await rename(part, file)
}

// Only for people to recognise; without a path, and nothing that could not be stored or would turn what is read around.
const nameOf = (name: string): string =>
  path
    .basename(name.replaceAll('\\', '/'))
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .slice(0, 200) || 'file'

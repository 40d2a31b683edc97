/** The file of an import on its way in. */
import { importUpload, type ImportUpload } from '@rapport/domain/features/imports/imports.ts'
import type { FastifyRequest } from 'fastify'
import { receiveFile, storedPath, type Received } from '../../files/receive-file.ts'

export const MAX_FILE = 100 * 1024 * 1024
export const UPLOADS = 'uploads'

export type Uploaded = Received<ImportUpload>

/** Where the file of an import lies. The key is ours and never what a caller named. */
export const uploadPath = (home: string, fileKey: string): string => storedPath(home, UPLOADS, fileKey)

/** Errors: 400 for missing or unknown parts, 413 beyond 100 MiB, 415 for what is no upload. The caller removes the file if he refuses it. */
export const receiveUpload = (request: FastifyRequest, home: string): Promise<Uploaded> =>
  receiveFile(request, home, UPLOADS, importUpload)

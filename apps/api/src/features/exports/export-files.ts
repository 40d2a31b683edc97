/** Where the files of exports lie. */
import { randomBytes } from 'node:crypto'
import path from 'node:path'

/** The key is ours and never what a caller named. */
export const exportPath = (home: string, fileKey: string): string => path.join(home, 'exports', path.basename(fileKey))

export const newFileKey = (): string => randomBytes(16).toString('hex')

/** How long a file is kept. */
export const KEPT_DAYS = 7

/** Where the files of records lie. */
import { storedPath } from '../../files/receive-file.ts'

export const FOLDER = 'attachments'

/** The key is ours and never what a caller named. */
export const attachmentPath = (home: string, storageKey: string): string => storedPath(home, FOLDER, storageKey)

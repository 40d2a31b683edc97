/**
 * Where the files of records lie, and how one gets there. A file goes only because its row says so: a server that runs on another
 * database, or on one that is not restored yet, knows none of them and takes none away.
 */
import { rename, rm } from 'node:fs/promises'
import { storedPath } from '../../files/receive-file.ts'

export const FOLDER = 'attachments'

/** The key is ours and never what a caller named. */
export const attachmentPath = (home: string, storageKey: string): string => storedPath(home, FOLDER, storageKey)

/** Whether a file is of an upload that has not ended: no row has ever named it. */
export const isUnclaimed = (name: string): boolean => name.endsWith('.new') || name.endsWith('.part')

type Aside = {
  /** As the last step before its row is kept: from here on it goes with its row only. May be told twice. */
  claim: () => Promise<void>
  /** It is refused: nothing of it stays. */
  drop: () => Promise<void>
}

/** Marks a checked file as one that no row names yet. */
export const setAside = async (file: string): Promise<Aside> => {
  const aside = `${file}.new`
  await rename(file, aside)
  let isClaimed = false
  const claim = async () => {
    if (isClaimed) return
    await rename(aside, file)
    isClaimed = true
  }
  const drop = async () => {
    await rm(isClaimed ? file : aside, { force: true })
  }
  return { claim, drop }
}

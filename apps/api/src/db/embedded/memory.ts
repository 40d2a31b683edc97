/** How much memory the embedded PostgreSQL may keep pages of the database in. */
import { totalmem } from 'node:os'
import process from 'node:process'

const MEGABYTE = 2 ** 20
const LEAST = 128
const MOST = 2_048

/**
 * A quarter of what this machine, or the container on it, has: taken as pages are read, so that a small company never fills
 * it. PostgreSQL's own 128 MB are an eighth of what reading single deals all over a company of a million touches.
 */
export const chooseBuffers = (machine = totalmem(), container = process.constrainedMemory()): string => {
  const memory = container > 0 ? Math.min(machine, container) : machine
  return `${Math.min(MOST, Math.max(LEAST, Math.floor(memory / 4 / MEGABYTE)))}MB`
}

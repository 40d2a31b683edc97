/** The version a change is based on: sent in `If-Match` or as `version`, compared with the locked row. */
import type { Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'

type Versioned = { version: number }

/**
 * Errors: 428 without a version; 412 with a stale one, naming for each field sent both values, so that the screen can
 * merge what does not overlap.
 */
export const sameVersion = (
  tx: Tx,
  current: Versioned & object,
  sent: { version?: number | undefined } & object,
  readable?: (name: string) => boolean,
): void => {
  const versions = [sent.version, tx.ifMatch].filter((version) => typeof version === 'number')
  if (versions.length === 0) refuse('version.missing')
  if (versions.every((version) => version === current.version)) return
  const before = current as Record<string, unknown>
  const conflicts = Object.entries(sent)
    .filter(([name]) => name !== 'version' && name in before && (readable?.(name) ?? true))
    .map(([field, yours]) => ({ field, yours, theirs: plain(before[field]) }))
  refuse('version.stale', { version: current.version, conflicts })
}

const plain = (value: unknown): unknown =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'object' && value !== null && 'toFixed' in value
      ? String(value)
      : value

/** What every write of a mutable row sets besides its own columns. */
export const stamp = (tx: Tx) => ({ version: { increment: 1 }, updatedAt: tx.now, updatedById: tx.actor.userId })

/** Field rights before a write: hidden keys are unknown, readable ones that may not be written are forbidden. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { writeFaults } from '@rapport/domain/access/writable.ts'
import { isClear } from '@rapport/domain/access/readable.ts'
import type { Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'

/** Errors: 400 for a hidden key, 403 for one that may only be read. */
export const demandWritable = (tx: Pick<Tx, 'actor'>, noun: string, fields: Fields, sent: object): void => {
  const faults = writeFaults(tx.actor, noun, fields, sent)
  const unknown = faults.filter((fault) => fault.code === 'field.unknown')
  if (unknown.length > 0) refuse('request.malformed', {}, unknown)
  if (faults.length > 0) refuse('field.forbidden', { field: faults[0]?.path }, faults)
}

/** For the conflict list of a stale save: a field one may not read does not show there either. */
export const readableName = (tx: Tx, noun: string) => (name: string) => isClear(tx.actor, noun, name)

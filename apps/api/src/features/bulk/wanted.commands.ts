/** What a bulk change asks for, checked once for all of its records. */
import { may } from '@rapport/domain/access/actor.ts'
import { offersBulk, type BulkAction, type BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import { bulkFields } from '@rapport/domain/features/bulk/bulk-fields.ts'
import type { Values } from '@rapport/domain/features/bulk/bulk.rules.ts'
import type { Tx } from '../../ctx.ts'
import { demand, refuse } from '../../http/problems.ts'
import { findOwner } from '../../records/references.ts'
import { demandWritable } from '../../records/writable.ts'
import type { BulkNoun } from './bulk-noun.ts'
import { nouns } from './nouns.ts'

export type Asked = {
  action: BulkAction
  changes?: Record<string, unknown> | undefined
  reason?: string | undefined
}

export type Wanted = {
  action: BulkAction
  /** Fields and what becomes of them; none where records are deleted. */
  changes: Values
  /** Columns that every record gets with them, and that are read for the way back. */
  also: Values
  /** What deciding about each record needs. */
  facts: Values
  /** The right over a record, by its name in `can`. */
  verb: 'edit' | 'transfer' | 'delete'
  reason: string | undefined
  /** Whom the records go to. */
  to: string
}

/**
 * Errors: 403 for a right or a field that the caller lacks, 422 `bulk.changes` for changes that do not belong to the action,
 * 422 `reference.invalid`.
 */
export const settle = async (tx: Tx, entity: BulkEntity, asked: Asked): Promise<Wanted> => {
  const { action, changes = {}, reason } = asked
  demand(may(tx.actor, action === 'delete' ? `${entity}.delete` : `${entity}.update`))
  const names = Object.keys(changes)
  const wanted = { action, changes, also: {}, facts: {}, reason, to: '' }
  if (action === 'delete') return names.length > 0 ? wrong() : { ...wanted, verb: 'delete' }
  const noun = nouns[entity]
  if (action === 'complete' || action === 'cancel') {
    const does = await noun.command?.(tx, action, changes)
    return does ? { ...wanted, ...does, verb: 'edit' } : wrong()
  }
  demandWritable(tx, entity, noun.fields, changes)
  if (action === 'update') {
    if (names.length === 0 || names.some((name) => !(name in bulkFields[entity]))) wrong()
    await noun.demandReferences(tx, changes)
    return { ...wanted, verb: 'edit' }
  }
  const { ownerId } = changes
  if (!offersBulk(entity, 'transfer') || names.length !== 1 || typeof ownerId !== 'string') return wrong()
  const owner = await findOwner(tx, ownerId)
  return { ...wanted, also: { teamId: owner.teamId }, verb: verbOf(noun, 'transfer'), to: owner.name }
}

/** The right over a record that changing it so takes. */
export const verbOf = (noun: BulkNoun, action: string): 'edit' | 'transfer' =>
  action === 'transfer' ? (noun.transferBy ?? 'transfer') : 'edit'

const wrong = (): never => refuse('bulk.changes', {}, [{ path: 'changes', code: 'field.invalid' }])

/** Who may do what with an import, and when. The file is its uploader's: nobody else works on it. */
import { may, type Actor } from '../../access/actor.ts'
import type { ImportState } from './import-choices.ts'

/** `written`: how many records it made or changed. */
type Facts = { ownerId: string; status: ImportState; written?: number }

const open: readonly ImportState[] = ['uploaded', 'mapped', 'dryRun']
const over: readonly ImportState[] = ['done', 'cancelled', 'failed']
const busy: readonly ImportState[] = ['checking', 'running', 'undoing']

const isOwn = (actor: Actor, { ownerId }: Facts) => may(actor, 'imports.create') && actor.userId === ownerId

export const importPolicy = {
  own: isOwn,
  edit: (actor: Actor, facts: Facts) => isOwn(actor, facts) && open.includes(facts.status),
  dryRun: (actor: Actor, facts: Facts) => isOwn(actor, facts) && ['mapped', 'dryRun'].includes(facts.status),
  /** Afterwards rows that failed are put right, to be brought in again. */
  decide: (actor: Actor, facts: Facts) => isOwn(actor, facts) && ['dryRun', 'done'].includes(facts.status),
  run: (actor: Actor, facts: Facts) => isOwn(actor, facts) && facts.status === 'dryRun',
  cancel: (actor: Actor, facts: Facts) =>
    isOwn(actor, facts) && ['checking', 'running', ...open].includes(facts.status),
  retry: (actor: Actor, facts: Facts) => isOwn(actor, facts) && facts.status === 'done',
  undo: (actor: Actor, facts: Facts) => isOwn(actor, facts) && over.includes(facts.status) && (facts.written ?? 0) > 0,
}

/** Whether work on it is under way. */
export const isBusy = (status: ImportState) => busy.includes(status)
export const isOpen = (status: ImportState) => open.includes(status)

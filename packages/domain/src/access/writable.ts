/** Which keys of a draft or patch an actor may write. */
import type { Fields } from '../field/kinds.ts'
import type { Actor } from './actor.ts'
import { fieldAccess } from './readable.ts'

export type WriteFault = { code: 'field.unknown' | 'field.forbidden'; path: string }

/**
 * Faults of the keys sent: a hidden field is as unknown as one that does not exist (400), a field that may be read but
 * not written is forbidden (403).
 */
export const writeFaults = (actor: Actor, noun: string, fields: Fields, sent: object): WriteFault[] =>
  Object.keys(sent).flatMap((path): WriteFault[] => {
    if (!(path in fields)) return []
    const access = fieldAccess(actor, noun, path)
    if (access === 'write') return []
    return [{ code: access === 'hidden' ? 'field.unknown' : 'field.forbidden', path }]
  })

/** Whether somebody can be lent access. Pure. */
import { may, type Actor } from '../../access/actor.ts'
import type { ErrorCode } from '../../errors.ts'
import type { LentAccess } from './collaborators.fields.ts'

type Lending = {
  noun: 'customers' | 'opportunities'
  /** Who shall get it, with the rights of this moment. */
  person: Actor
  access: LentAccess
  until: string | null
  /** The organisation's day. */
  today: string
  ownerId: string | null
}
type Refused = {
  ok: false
  code: ErrorCode
  params?: Record<string, unknown>
  faults: { path: string; code: string }[]
}
export type LendingDecision = { ok: true; value: LentAccess } | Refused

const refused = (code: ErrorCode, path: string, params: Record<string, unknown> = {}): Refused => ({
  ok: false,
  code,
  params,
  faults: [{ path, code }],
})

/** Access lends the record, never the right over its noun: who has none gains nothing by it, and is refused. */
export const decideLending = ({ noun, person, access, until, today, ownerId }: Lending): LendingDecision => {
  if (person.userId === ownerId) return refused('share.owner', 'userId', { name: person.name })
  if (until !== null && until < today) return refused('share.end_in_past', 'until')
  const needed = access === 'write' ? (['read', 'update'] as const) : (['read'] as const)
  if (!needed.every((action) => may(person, `${noun}.${action}`)))
    return refused('share.no_entity_right', needed.length > 1 ? 'access' : 'userId', { name: person.name })
  return { ok: true, value: access }
}

/** Whether a role would give more than the giver holds himself. */
import type { FieldAccess, RoleRules } from './actor.ts'
import type { Action, Noun } from './permissions.ts'
import { scopes, type Scope } from './scope.ts'

const openness: FieldAccess[] = ['hidden', 'masked', 'read', 'write']
const wider = (a: Scope, b: Scope) => scopes.indexOf(a) > scopes.indexOf(b)
const opener = (a: FieldAccess, b: FieldAccess) => openness.indexOf(a) > openness.indexOf(b)
const farOf = (own: RoleRules, noun: Noun, action: Action): Scope =>
  own.reach?.[noun]?.[action] ?? own.scopes[noun] ?? 'self'
const rightsOf = (role: RoleRules) => Object.entries(role.rights) as [Noun, Action[]][]

/**
 * The places where `role` goes beyond `own`: rights not held, a wider reach, a field more open, a special right not
 * held. Paths as in the role (`rights.customers`, `special.see.as`); empty when it stays within.
 */
export const excessOf = (own: RoleRules, role: RoleRules): string[] => {
  const rights = rightsOf(role).filter(([noun, list]) => list.some((action) => !own.rights[noun]?.includes(action)))
  const reach = rightsOf(role).filter(([noun, list]) =>
    list.some((action) => wider(role.scopes[noun] ?? 'self', farOf(own, noun, action))),
  )
  const fields = Object.entries(own.fieldRules).filter(
    ([name, rule]) => isUsed(role, name) && opener(role.fieldRules[name] ?? 'write', rule),
  )
  return [
    ...rights.map(([noun]) => `rights.${noun}`),
    ...reach.map(([noun]) => `scopes.${noun}`),
    ...fields.map(([name]) => `fieldRules.${name}`),
    ...role.special.filter((special) => !own.special.includes(special)).map((special) => `special.${special}`),
  ]
}

// A rule for a field matters only where the role reaches the noun at all.
const isUsed = (role: RoleRules, name: string) => (role.rights[name.split('.')[0] as Noun] ?? []).length > 0

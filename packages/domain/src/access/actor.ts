/** Who acts: a person, an API key (never more than its owner may at this moment), or the product itself. */
import type { Action, Noun, Permission, Special } from './permissions.ts'
import { nouns } from './permissions.ts'
import { widerScope, type Scope } from './scope.ts'

export type FieldAccess = 'hidden' | 'masked' | 'read' | 'write'

/** A role as stored: rights by noun, how far each noun reaches, rules for single fields ('customers.phones' → 'masked'). */
export type RoleRules = {
  rights: Partial<Record<Noun, Action[]>>
  scopes: Partial<Record<Noun, Scope>>
  fieldRules: Record<string, FieldAccess>
  special: Special[]
  /** Of several roles together: the rights that reach less far than reading does, because another role gave them. */
  reach?: Reach
}
type Reach = Partial<Record<Noun, Partial<Record<Action, Scope>>>>

export type Actor = {
  kind: 'user' | 'apiKey' | 'system'
  userId: string | null
  name: string
  locale: 'zh-CN' | 'en'
  timeZone: string
  rules: RoleRules
  /** Teams the actor is a member of, and those with all teams below. */
  teamIds: string[]
  teamIdsBelow: string[]
  /** The team new records of the actor belong to. */
  primaryTeamId: string | null
  sessionId?: string
  /** When the password was last entered for this session. */
  signedInAt?: Date
  apiKeyId?: string
}

const access: FieldAccess[] = ['hidden', 'masked', 'read', 'write']

/**
 * Several roles together: every right of each, as far as a role that gives it reaches; what is seen is the widest scope, and
 * of a field the most open rule, of those that may read the noun at all.
 */
export const combineRoles = (roles: readonly RoleRules[]): RoleRules => {
  const combined: RoleRules = { rights: {}, scopes: {}, fieldRules: {}, special: [] }
  for (const role of roles) {
    for (const [noun, actions] of Object.entries(role.rights) as [Noun, Action[]][]) {
      combined.rights[noun] = [...new Set([...(combined.rights[noun] ?? []), ...actions])]
    }
    for (const [noun, scope] of Object.entries(role.scopes) as [Noun, Scope][]) {
      if (!role.rights[noun]?.includes('read')) continue // how far a right reaches says nothing where there is none
      combined.scopes[noun] = widerScope(combined.scopes[noun] ?? 'self', scope)
    }
    combined.special = [...new Set([...combined.special, ...role.special])]
  }
  combined.fieldRules = combineFieldRules(roles)
  const reach = narrowerRights(roles, combined)
  return Object.keys(reach).length > 0 ? { ...combined, reach } : combined
}

// Who reads everything by one role and changes his own by another does not change everything.
const narrowerRights = (roles: readonly RoleRules[], { rights, scopes }: RoleRules): Reach => {
  const reach: Reach = {}
  for (const [noun, actions] of Object.entries(rights) as [Noun, Action[]][]) {
    for (const action of actions.filter((one) => one !== 'read')) {
      const givers = roles.filter((role) => role.rights[noun]?.includes(action))
      const far = givers.map((role) => role.scopes[noun] ?? 'self').reduce(widerScope, 'self')
      if (widerScope(far, scopes[noun] ?? 'self') !== far) reach[noun] = { ...reach[noun], [action]: far }
    }
  }
  return reach
}

// A role that may read the noun and has no rule for the field leaves the field open.
const combineFieldRules = (roles: readonly RoleRules[]): Record<string, FieldAccess> => {
  const names = new Set(roles.flatMap((role) => Object.keys(role.fieldRules)))
  return Object.fromEntries(
    [...names].map((name) => {
      const readers = roles.filter((role) => role.rights[name.split('.')[0] as Noun]?.includes('read'))
      const rules = readers.map((role) => access.indexOf(role.fieldRules[name] ?? 'write'))
      return [name, access[Math.max(0, ...rules)] ?? 'hidden']
    }),
  )
}

/** A key's rules: its own scopes, cut down to what its owner may. `keyScopes` null means everything the owner may. */
export const limitTo = (rules: RoleRules, keyScopes: readonly Permission[] | null): RoleRules => {
  if (!keyScopes) return rules
  const rights = Object.fromEntries(
    Object.entries(rules.rights).map(([noun, list]) => [
      noun,
      list.filter((action) => keyScopes.includes(`${noun as Noun}.${action}`)),
    ]),
  )
  return {
    ...rules,
    rights,
    special: rules.special.filter((special) => keyScopes.includes(special)),
  }
}

// Asked many times for every row of a list: taken apart once.
const taken = new Map<Permission, { noun: Noun; action: Action }>()
const partsOf = (permission: Permission) => {
  const known = taken.get(permission)
  if (known) return known
  const [noun, action] = permission.split('.') as [Noun, Action]
  taken.set(permission, { noun, action })
  return { noun, action }
}

/** Whether the actor holds the right at all; rows and fields come on top. */
export const may = (actor: Actor, permission: Permission): boolean => {
  if (actor.kind === 'system') return true
  const { noun, action } = partsOf(permission)
  if (noun in nouns && actor.rules.rights[noun]?.includes(action)) return true
  return actor.rules.special.includes(permission as Special)
}

/** How far a right over a noun reaches, never further than reading. */
export const scopeOf = ({ kind, rules }: Actor, noun: Noun, action: Action = 'read'): Scope =>
  kind === 'system' ? 'all' : (rules.reach?.[noun]?.[action] ?? rules.scopes[noun] ?? 'self')

/** The product acting by itself: clock triggers and reactions. */
export const systemActor = (timeZone: string): Actor => ({
  kind: 'system',
  userId: null,
  name: 'Rapport',
  locale: 'en',
  timeZone,
  rules: { rights: {}, scopes: {}, fieldRules: {}, special: [] },
  teamIds: [],
  teamIdsBelow: [],
  primaryTeamId: null,
})

/** A role while it is edited: what a click changes, and how much differs from what is stored. */
import type { Role } from './roles.queries.ts'

export type RoleDraft = Pick<Role, 'label' | 'rights' | 'scopes' | 'fieldRules' | 'special'>
type Noun = keyof Role['rights']
export type Action = NonNullable<Role['rights'][Noun]>[number]
export type Scope = NonNullable<Role['scopes'][Noun]>
export type FieldRule = Role['fieldRules'][string]
export type Special = Role['special'][number]
export type { Noun }

export const draftOf = ({ label, rights, scopes, fieldRules, special }: RoleDraft): RoleDraft => ({
  label,
  rights,
  scopes,
  fieldRules,
  special,
})

export const holds = (draft: RoleDraft, noun: Noun, action: Action): boolean =>
  draft.rights[noun]?.includes(action) ?? false

/** Who may do anything with records may read them; who may not read them may do nothing. */
export function toggleRight(draft: RoleDraft, noun: Noun, action: Action): RoleDraft {
  const held = draft.rights[noun] ?? []
  const next = held.includes(action)
    ? action === 'read'
      ? []
      : held.filter((one) => one !== action)
    : [...new Set<Action>(['read', ...held, action])]
  return { ...draft, rights: { ...draft.rights, [noun]: next } }
}

export const setScope = (draft: RoleDraft, noun: Noun, scope: Scope): RoleDraft => ({
  ...draft,
  scopes: { ...draft.scopes, [noun]: scope },
})

/** `write` is what holds without a rule, so it is none. */
export function setFieldRule(draft: RoleDraft, field: string, rule: FieldRule): RoleDraft {
  const { [field]: _, ...others } = draft.fieldRules
  return { ...draft, fieldRules: rule === 'write' ? others : { ...others, [field]: rule } }
}

export const toggleSpecial = (draft: RoleDraft, special: Special): RoleDraft => ({
  ...draft,
  special: draft.special.includes(special)
    ? draft.special.filter((one) => one !== special)
    : [...draft.special, special],
})

const keysOf = (...records: object[]): string[] => [...new Set(records.flatMap((record) => Object.keys(record)))]
const differing = (a: readonly string[] = [], b: readonly string[] = []): number =>
  a.filter((one) => !b.includes(one)).length + b.filter((one) => !a.includes(one)).length

const countIn = <T>(a: Record<string, T>, b: Record<string, T>, count: (x?: T, y?: T) => number): number =>
  keysOf(a, b).reduce((sum, key) => sum + count(a[key], b[key]), 0)
const unequal = (a: unknown, b: unknown): number => (a === b ? 0 : 1)

/** How many single things differ: each right, reach, rule and word counts one. */
export const countChanges = (before: RoleDraft, after: RoleDraft): number =>
  countIn(before.rights as Record<string, Action[]>, after.rights as Record<string, Action[]>, differing) +
  countIn(before.scopes as Record<string, string>, after.scopes as Record<string, string>, unequal) +
  countIn(before.fieldRules, after.fieldRules, unequal) +
  differing(before.special, after.special) +
  countIn(before.label, after.label, unequal)

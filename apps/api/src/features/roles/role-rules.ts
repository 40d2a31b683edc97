/** Whether what a role is to contain is possible: known fields, sensible rules, no more than the giver holds. */
import type { FieldAccess, RoleRules } from '@rapport/domain/access/actor.ts'
import { excessOf } from '@rapport/domain/access/exceeds.ts'
import { nouns, specials, type Action, type Noun, type Special } from '@rapport/domain/access/permissions.ts'
import { scopeLabels, scopes } from '@rapport/domain/access/scope.ts'
import {
  actionLabels,
  actionsOf,
  restrictableFields,
  restriction,
  scopedNouns,
} from '@rapport/domain/features/roles/role-catalogue.ts'
import { rolePolicy } from '@rapport/domain/features/roles/roles.policy.ts'
import type { RoleCatalogue } from '@rapport/domain/features/roles/roles.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { recordSets } from '../../records/all.ts'

const fieldsOf = (noun: string) => {
  const sets = recordSets()
  return Object.hasOwn(sets, noun) ? sets[noun]?.fields : undefined
}

/** What a role can be made of, from the rooms that exist. */
export const roleCatalogue = (): RoleCatalogue => ({
  nouns: (Object.keys(nouns) as Noun[]).map((noun) => ({
    noun,
    label: nouns[noun],
    actions: [...actionsOf[noun]],
    scoped: scopedNouns.includes(noun),
    fields: restrictableFields(fieldsOf(noun) ?? {}),
  })),
  actions: (Object.keys(actionLabels) as Action[]).map((action) => ({ action, label: actionLabels[action] })),
  scopes: scopes.map((scope) => ({ scope, label: scopeLabels[scope] })),
  specials: (Object.keys(specials) as Special[]).map((special) => ({ special, label: specials[special] })),
})

/** Errors: 400 naming the rules for fields that do not exist, stay open, or cannot be masked. */
export const demandFieldRules = (rules: Record<string, FieldAccess>): void => {
  const faults = Object.entries(rules).flatMap(([path, rule]) => {
    const [noun = '', name = '', ...more] = path.split('.')
    const fields = more.length === 0 ? fieldsOf(noun) : undefined
    const field = fields && Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) return [{ path: `fieldRules.${path}`, code: 'field.unknown' }]
    const allowed = restriction(name, field)
    const fits = allowed.restrictable && (rule !== 'masked' || allowed.maskable)
    return fits ? [] : [{ path: `fieldRules.${path}`, code: 'field.invalid' }]
  })
  if (faults.length > 0) refuse('request.malformed', {}, faults)
}

/** Errors: 403 `role.exceeds` naming what the giver does not hold; an administrator may give anything. */
export const demandWithin = ({ actor }: Ctx | Tx, role: RoleRules): void => {
  if (rolePolicy.giveAnything(actor)) return
  const excess = excessOf(actor.rules, role)
  if (excess.length > 0)
    refuse(
      'role.exceeds',
      {},
      excess.map((path) => ({ path, code: 'role.exceeds' })),
    )
}

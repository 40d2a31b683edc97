/** A role as it comes in and as it is sent. */
import { z } from 'zod'
import { actions, nouns, specials as specialRights, type Noun, type Special } from '../../access/permissions.ts'
import { scopes as reaches } from '../../access/scope.ts'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { roleFields } from './roles.fields.ts'

const nounNames = Object.keys(nouns) as [Noun, ...Noun[]]
const specialNames = Object.keys(specialRights) as [Special, ...Special[]]
const unique = (items: string[]) => new Set(items).size === items.length

const rights = z.partialRecord(
  z.enum(nounNames),
  z.array(z.enum(actions)).max(actions.length).refine(unique, { error: 'list.doubled' }),
)
const scopes = z.partialRecord(z.enum(nounNames), z.enum(reaches))
const fieldRules = z.record(
  z.string().max(100).meta({ pattern: '^[\\w-]+\\.\\w+$' }),
  z.enum(['hidden', 'masked', 'read', 'write']),
)
const special = z.array(z.enum(specialNames)).max(specialNames.length).refine(unique, { error: 'list.doubled' })

const parts = { rights, scopes, fieldRules, special }
const partsSent = {
  rights: rights.optional(),
  scopes: scopes.optional(),
  fieldRules: fieldRules.optional(),
  special: special.optional(),
}

export const roleDraft = draftSchema(roleFields, partsSent)
/** A part that is sent replaces the whole part. */
export const rolePatch = patchSchema(roleFields, partsSent)
export const role = recordSchema('Role', roleFields, ['edit', 'archive', 'delete'] as const, parts)

const label = z.object({ zh: z.string(), en: z.string() })

/** What a role can be made of. */
export const roleCatalogue = z
  .object({
    nouns: z.array(
      z.object({
        noun: z.enum(nounNames),
        label,
        actions: z.array(z.enum(actions)),
        /** Whether the reach over its rows can be narrowed. */
        scoped: z.boolean(),
        fields: z.array(z.object({ name: z.string(), label, maskable: z.boolean(), writable: z.boolean() })),
      }),
    ),
    actions: z.array(z.object({ action: z.enum(actions), label })),
    scopes: z.array(z.object({ scope: z.enum(reaches), label })),
    specials: z.array(z.object({ special: z.enum(specialNames), label })),
  })
  .meta({ id: 'RoleCatalogue' })

export type RoleDraft = z.output<typeof roleDraft>
export type RolePatch = z.output<typeof rolePatch>
export type Role = z.output<typeof role>
export type RoleCatalogue = z.output<typeof roleCatalogue>

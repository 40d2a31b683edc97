/** An API key as it is asked for and as it is sent. */
import { z } from 'zod'
import { actions, nouns, specials, type Permission } from '../../access/permissions.ts'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { apiKeyFields } from './api-keys.fields.ts'

/** Everything a key can be limited to: 'noun.action' and special rights. */
export const keyScopes = [
  ...Object.keys(nouns).flatMap((noun) => actions.map((action) => `${noun}.${action}`)),
  ...Object.keys(specials),
] as [Permission, ...Permission[]]

const unique = (items: string[]) => new Set(items).size === items.length
const scopes = z.array(z.enum(keyScopes)).max(keyScopes.length).refine(unique, { error: 'list.doubled' })

/** Either `fullAccess` or some `scopes`. */
export const apiKeyDraft = draftSchema(apiKeyFields, { scopes: scopes.optional() })
export const apiKeyPatch = patchSchema(apiKeyFields)
export const apiKeyVerbs = ['edit', 'rotate', 'revoke', 'delete'] as const
export const apiKey = recordSchema('ApiKey', apiKeyFields, apiKeyVerbs, { scopes: z.array(z.string()) })

/** The key itself is shown in this one answer; null when the answer is repeated. */
export const apiKeyMade = recordSchema('ApiKeyMade', apiKeyFields, apiKeyVerbs, {
  scopes: z.array(z.string()),
  key: z.string().nullable(),
})

/** The old key goes on working for the overlap ⟨24⟩ hours. */
export const rotation = z.strictObject({
  overlapHours: z.int().min(0).max(168).optional(),
  version: z.int().min(1).optional(),
})

export type ApiKeyDraft = z.output<typeof apiKeyDraft>
export type ApiKeyPatch = z.output<typeof apiKeyPatch>
export type ApiKey = z.output<typeof apiKey>
export type ApiKeyMade = z.output<typeof apiKeyMade>
export type Rotation = z.output<typeof rotation>

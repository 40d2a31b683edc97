/** API keys in SQL: one's own, or everybody's for who reaches so far. The hash is no field and never leaves. */
import { scopeOf } from '@rapport/domain/access/actor.ts'
import { apiKeyFields } from '@rapport/domain/features/api-keys/api-keys.fields.ts'
import { apiKeyPolicy } from '@rapport/domain/features/api-keys/api-keys.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { searchedText } from '../../records/searched.ts'

export const apiKeyRecords = recordSet({
  noun: 'api-keys',
  alias: 'apikey',
  fields: apiKeyFields,
  from: sql`api_keys apikey join users owner on owner.id = apikey."ownerId"`,
  visibleTo: (actor) =>
    scopeOf(actor, 'api-keys') === 'all'
      ? sql`true`
      : actor.userId === null
        ? sql`false`
        : sql`apikey."ownerId" = ${actor.userId}::uuid`,
  labels: { owner: sql`owner.name` },
  parts: () => ({ scopes: { value: sql`apikey.scopes` } }),
  search: searchedText({ label: sql`apikey.label`, prefix: sql`apikey.prefix` }),
  facts: ({ now }) => ({
    ownerId: sql`apikey."ownerId"`,
    live: sql`(apikey."revokedAt" is null and (apikey."expiresAt" is null or apikey."expiresAt" > ${now}))`,
  }),
  can: (actor, row) => {
    const key = { ownerId: String(row.ownerId), live: row.live === true }
    return {
      edit: apiKeyPolicy.edit(actor),
      rotate: apiKeyPolicy.rotate(actor, key),
      revoke: apiKeyPolicy.revoke(actor, key),
      delete: apiKeyPolicy.delete(),
    }
  },
  defaultSort: ['-createdAt'],
})

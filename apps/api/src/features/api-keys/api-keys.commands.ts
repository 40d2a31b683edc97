/** Making, renewing and ending API keys. The key itself exists in one answer and as a hash, nowhere else. */
import { may } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { apiKeyFields } from '@rapport/domain/features/api-keys/api-keys.fields.ts'
import type {
  ApiKey,
  ApiKeyDraft,
  ApiKeyMade,
  ApiKeyPatch,
  Rotation,
} from '@rapport/domain/features/api-keys/api-keys.ts'
import { demandFreshSignIn } from '../../access/fresh.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { changesOf, openRecord } from '../../records/open.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { apiKeyRecords } from './api-keys.records.ts'
import { newKey } from './new-key.ts'

const OVERLAP_HOURS = 24
const HOUR = 3_600_000

/** A key of the caller's own. Errors: 403 `auth.stale`, `role.exceeds` for a scope the caller does not hold. */
export const createApiKey = async (ctx: Ctx, draft: ApiKeyDraft): Promise<ApiKeyMade> => {
  demandFreshSignIn(ctx)
  const { label, fullAccess = false, scopes = [], expiresAt = null } = draft
  demandScopes(ctx, fullAccess, scopes)
  const until = expiresAt === null ? null : new Date(expiresAt)
  if (until !== null && until <= ctx.now) refuse('rule.refused', {}, [{ path: 'expiresAt', code: 'instant.past' }])
  return makeKey(ctx, async (tx, made) => {
    demandWritable(tx, 'api-keys', apiKeyFields, draft)
    const id = await insertKey(tx, { label, fullAccess, scopes, expiresAt: until, rotatedFromId: null }, made)
    await record(tx, { type: 'apiKey.created', subject: id, title: label, version: 1, data: { scopes, fullAccess } })
    return id
  })
}

const demandScopes = ({ actor }: Ctx, fullAccess: boolean, scopes: readonly Permission[]): void => {
  if (fullAccess === scopes.length > 0)
    refuse('request.malformed', {}, [{ path: 'scopes', code: fullAccess ? 'field.invalid' : 'field.required' }])
  const faults = scopes.flatMap((scope, index) =>
    may(actor, scope) ? [] : [{ path: `scopes.${index}`, code: 'role.exceeds' }],
  )
  if (faults.length > 0) refuse('role.exceeds', {}, faults)
}

/** A new key of the same kind; the old one works for the overlap. Errors: 403 for another's key, 409 `apiKey.ended`. */
export const rotateApiKey = async (ctx: Ctx, id: string, sent: Rotation): Promise<ApiKeyMade> =>
  makeKey(ctx, async (tx, made) => {
    const before = await openRecord<ApiKey>(tx, apiKeyRecords, id)
    const old = await tx.db.apiKey.findUniqueOrThrow({ where: { id } })
    demand(old.ownerId === tx.actor.userId)
    demandFreshSignIn(tx)
    sameVersion(tx, before, { version: sent.version })
    if (!before.can.rotate) refuse('apiKey.ended')
    const { label, fullAccess, scopes } = old
    const lifetime = old.expiresAt && old.expiresAt.getTime() - old.createdAt.getTime()
    const expiresAt = lifetime === null ? null : new Date(tx.now.getTime() + lifetime)
    const newId = await insertKey(tx, { label, fullAccess, scopes, expiresAt, rotatedFromId: id }, made)
    const end = new Date(tx.now.getTime() + (sent.overlapHours ?? OVERLAP_HOURS) * HOUR)
    const ends = old.expiresAt && old.expiresAt < end ? old.expiresAt : end
    await tx.db.apiKey.update({ where: { id }, data: { expiresAt: ends, ...stamp(tx) }, select: { id: true } })
    await record(tx, { type: 'apiKey.rotated', subject: newId, title: label, version: 1, data: { replaces: id } })
    return newId
  })

export const updateApiKey = (ctx: Ctx, id: string, patch: ApiKeyPatch): Promise<ApiKey> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<ApiKey>(tx, apiKeyRecords, id)
    demand(before.can.edit)
    demandWritable(tx, 'api-keys', apiKeyFields, patch)
    sameVersion(tx, before, patch, readableName(tx, 'api-keys'))
    const { label = before.label } = patch
    await tx.db.apiKey.update({ where: { id }, data: { label, ...stamp(tx) }, select: { id: true } })
    const changes = changesOf(patch, before, { label })
    await record(tx, { type: 'apiKey.updated', subject: id, title: label, version: before.version + 1, changes })
    return readRecord<ApiKey>(tx, apiKeyRecords, id)
  })

/** Errors: 409 `apiKey.ended` for a key that works no more. */
export const revokeApiKey = (ctx: Ctx, id: string, sent: { version?: number | undefined }): Promise<ApiKey> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<ApiKey>(tx, apiKeyRecords, id)
    sameVersion(tx, before, { version: sent.version })
    if (!before.can.revoke) refuse('apiKey.ended')
    const { label } = await tx.db.apiKey.update({
      where: { id },
      data: { revokedAt: tx.now, ...stamp(tx) },
      select: { label: true },
    })
    await record(tx, { type: 'apiKey.revoked', subject: id, title: label, version: before.version + 1 })
    return readRecord<ApiKey>(tx, apiKeyRecords, id)
  })

type Made = ReturnType<typeof newKey>

// The key joins the answer after the transaction, so that what is kept for a repeated request does not hold it.
const makeKey = async (ctx: Ctx, write: (tx: Tx, made: Made) => Promise<string>): Promise<ApiKeyMade> => {
  const made = newKey()
  const kept = await transact(ctx, async (tx) => {
    const id = await write(tx, made)
    return { ...(await readRecord<ApiKey>(tx, apiKeyRecords, id)), key: null }
  })
  return { ...kept, key: made.key }
}

type Row = {
  label: string
  fullAccess: boolean
  scopes: readonly string[]
  expiresAt: Date | null
  rotatedFromId: string | null
}

const insertKey = async (tx: Tx, row: Row, { prefix, hash }: Made): Promise<string> => {
  const ownerId = tx.actor.userId ?? refuse('access.denied')
  const by = { createdAt: tx.now, updatedAt: tx.now, createdById: ownerId, updatedById: ownerId }
  const { id } = await tx.db.apiKey.create({
    data: { ...row, scopes: [...row.scopes], ownerId, prefix, hash, ...by },
    select: { id: true },
  })
  return id
}

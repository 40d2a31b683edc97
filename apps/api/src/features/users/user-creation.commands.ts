/** New users: invited, or active at once with a first password. */
import type { EventType } from '@rapport/domain/events.ts'
import { isStrongPassword } from '@rapport/domain/features/sessions/password-policy.ts'
import { administeredFields, userFields } from '@rapport/domain/features/users/users.fields.ts'
import { userPolicy } from '@rapport/domain/features/users/users.policy.ts'
import { decideTeams } from '@rapport/domain/features/users/users.rules.ts'
import type { User, UserDraft } from '@rapport/domain/features/users/users.ts'
import type { Prisma } from '@rapport/prisma'
import { demandFreshSignIn } from '../../access/fresh.ts'
import { hashPassword } from '../../access/password.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { readRecord } from '../../records/find.ts'
import { demandWritable } from '../../records/writable.ts'
import { soundOf } from '../../values/sound.ts'
import { writeMemberships, writeRoles } from './user-links.commands.ts'
import { demandUserReferences } from './user-references.queries.ts'
import { userRecords } from './users.records.ts'

/** Errors: 403 for rights given by who is no administrator, 409 for an address that is taken, 422 `password.weak`. */
export const createUser = async (ctx: Ctx | Tx, { password, ...draft }: UserDraft): Promise<User> => {
  demandAdministered(ctx, draft, password)
  if (draft.roleIds?.length && ctx.actor.kind === 'user') demandFreshSignIn(ctx)
  if (password !== undefined && !isStrongPassword(password, draft.email))
    refuse('password.weak', {}, [{ path: 'password', code: 'password.weak' }])
  const passwordHash = password === undefined ? null : await hashPassword(password)
  return transact(ctx, (tx) => insertUser(tx, draft, passwordHash))
}

const demandAdministered = ({ actor }: Ctx | Tx, draft: object, password: string | undefined): void => {
  if (actor.kind === 'system' || userPolicy.giveRights(actor)) return
  const closed = administeredFields.filter((name) => name !== 'email' && name in draft)
  const faults = [...closed, ...(password === undefined ? [] : ['password'])]
  if (faults.length > 0)
    refuse(
      'field.forbidden',
      { field: faults[0] },
      faults.map((path) => ({ path, code: 'field.forbidden' })),
    )
}

/** The user with a password hashed before; within the transaction of an import. */
export const insertUser = async (
  tx: Tx,
  draft: Omit<UserDraft, 'password'>,
  passwordHash: string | null,
  type: EventType = passwordHash === null ? 'user.invited' : 'user.created',
): Promise<User> => {
  demandWritable(tx, 'users', userFields, draft)
  const email = draft.email.toLowerCase()
  await demandFree(tx, { ...draft, email })
  const { teamIds, primaryTeamId } = decideTeams({ teamIds: [], primaryTeamId: null }, draft)
  await demandUserReferences(tx, { teamIds, roleIds: draft.roleIds ?? [], managerId: draft.managerId ?? null })
  const { id } = await tx.db.user.create({
    data: userRow(tx, { ...draft, email, primaryTeamId }, passwordHash),
    select: { id: true },
  })
  await writeMemberships(tx, id, teamIds)
  await writeRoles(tx, id, draft.roleIds ?? [])
  await record(tx, { type, subject: id, title: draft.name, version: 1 })
  return readRecord<User>(tx, userRecords, id)
}

const userRow = (tx: Tx, draft: Omit<UserDraft, 'password'>, passwordHash: string | null) => {
  const { teamIds: _t, roleIds: _r, ...columns } = columnsOf(userFields, draft) as Record<string, unknown>
  const sound = soundOf(draft.name, true)
  return {
    ...(columns as { email: string; name: string }),
    pinyin: `${sound.pinyin} ${sound.initials}`.trim(),
    passwordHash,
    status: passwordHash === null ? 'invited' : 'active',
    createdAt: tx.now,
    createdById: tx.actor.userId,
    updatedAt: tx.now,
    updatedById: tx.actor.userId,
  } satisfies Prisma.UserUncheckedCreateInput
}

type Unique = { email?: string; externalSource?: string | null | undefined; externalId?: string | null | undefined }

/** Errors: 409 `record.duplicate` for an address or an outside id that somebody else has. */
export const demandFree = async (tx: Tx, { email, externalSource, externalId }: Unique): Promise<void> => {
  const taken = (path: string) => refuse('record.duplicate', { field: path }, [{ path, code: 'record.duplicate' }])
  const select = { id: true }
  if (email !== undefined && (await tx.db.user.findUnique({ where: { email }, select }))) taken('email')
  if (!externalId || !externalSource) return
  const where = { externalSource_externalId: { externalSource, externalId } }
  if (await tx.db.user.findUnique({ where, select })) taken('externalId')
}

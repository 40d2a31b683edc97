/** Changing and deleting users. */
import { administeredFields, userFields } from '@rapport/domain/features/users/users.fields.ts'
import { decideTeams } from '@rapport/domain/features/users/users.rules.ts'
import type { User, UserPatch } from '@rapport/domain/features/users/users.ts'
import { demandAdministrator, lockAdministrators } from '../../access/administrators.queries.ts'
import { demandFreshSignIn } from '../../access/fresh.ts'
import { endAccess } from '../../access/revoke.commands.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { readRecord } from '../../records/find.ts'
import { demandNoCircle } from '../../records/no-circle.ts'
import { changesOf, openRecord } from '../../records/open.ts'
import { sameVersionIfSent } from '../../records/trash.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { soundOf } from '../../values/sound.ts'
import { demandOwnsNothing } from './owned-records.queries.ts'
import { demandFree } from './user-creation.commands.ts'
import { writeMemberships, writeRoles } from './user-links.commands.ts'
import { demandUserReferences } from './user-references.queries.ts'
import { userRecords } from './users.records.ts'

const managers = { table: 'users', column: 'managerId', refusal: 'user.cycle' } as const

/** Errors: 403 `field.forbidden` for what an administrator sets, 409 for a taken address or the last administrator, 422 `user.cycle`. */
export const updateUser = (ctx: Ctx | Tx, id: string, patch: UserPatch): Promise<User> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<User>(tx, userRecords, id)
    demand(before.can.edit)
    demandWritable(tx, 'users', userFields, patch)
    const closed = before.can.administer ? undefined : administeredFields.find((name) => name in patch)
    if (closed) refuse('field.forbidden', { field: closed }, [{ path: closed, code: 'field.forbidden' }])
    sameVersion(tx, before, patch, readableName(tx, 'users'))
    const stored = await tx.db.user.findUniqueOrThrow({
      where: { id },
      select: { email: true, name: true, primaryTeamId: true },
    })
    const email = patch.email?.toLowerCase()
    if (email !== undefined && email !== stored.email) await demandFree(tx, { email })
    await demandNoCircle(tx, managers, id, patch.managerId ?? null)
    const primaryTeamId = await changeTeams(tx, id, patch, stored.primaryTeamId)
    const { teamIds: _t, roleIds: _r, ...columns } = columnsOf(userFields, { ...patch, ...(email && { email }) })
    const sound = soundOf(patch.name ?? stored.name, true)
    await tx.db.user.update({
      where: { id },
      data: { ...columns, primaryTeamId, pinyin: `${sound.pinyin} ${sound.initials}`.trim(), ...stamp(tx) },
      select: { id: true },
    })
    if (patch.roleIds) await changeRoles(tx, id, patch.roleIds)
    const after = await readRecord<User>(tx, userRecords, id)
    const changes = changesOf({ ...patch, primaryTeamId: true, teamIds: true }, before, after)
    const title = patch.name ?? stored.name
    await record(tx, { type: 'user.updated', subject: id, title, version: before.version + 1, changes })
    return after
  })

// Returns the primary team. What stays as it was is not checked again: a team may have been archived since.
const changeTeams = async (
  tx: Tx,
  id: string,
  patch: UserPatch,
  primaryTeamId: string | null,
): Promise<string | null> => {
  const rows = await tx.db.teamMember.findMany({ where: { userId: id, to: null }, select: { teamId: true } })
  const had = rows.map(({ teamId }) => teamId)
  const teams = decideTeams({ teamIds: had, primaryTeamId }, patch)
  const isNew = (teamId: string) => !had.includes(teamId)
  await demandUserReferences(tx, { teamIds: teams.teamIds.filter(isNew), managerId: patch.managerId ?? null })
  await writeMemberships(tx, id, teams.teamIds)
  return teams.primaryTeamId
}

/** New roles end all access under the old ones, but the session that changes its own. */
const changeRoles = async (tx: Tx, id: string, roleIds: readonly string[]): Promise<void> => {
  const rows = await tx.db.userRole.findMany({ where: { userId: id }, select: { roleId: true } })
  const had = new Set(rows.map(({ roleId }) => roleId))
  const added = roleIds.filter((roleId) => !had.has(roleId))
  if (added.length === 0 && roleIds.length === had.size) return
  if (tx.actor.kind === 'user') demandFreshSignIn(tx)
  await demandUserReferences(tx, { roleIds: added })
  await lockAdministrators(tx)
  await writeRoles(tx, id, roleIds)
  await demandAdministrator(tx)
  await endAccess(tx, id, id === tx.actor.userId ? tx.actor.sessionId : undefined)
}

/** Errors: 409 `user.has_history` for who has signed in once, `user.owns_records` with the counts. */
export const deleteUser = (ctx: Ctx | Tx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const user = await openRecord<User>(tx, userRecords, id)
    demand(user.can.administer)
    sameVersionIfSent(tx, user)
    if (!user.can.delete) refuse('user.has_history')
    await demandOwnsNothing(tx, id, false)
    await lockAdministrators(tx)
    const { name: title } = await tx.db.user.delete({ where: { id }, select: { name: true } })
    await demandAdministrator(tx)
    await record(tx, { type: 'user.deleted', subject: id, title, version: user.version + 1 })
  })

/** A user's rows in other tables: roles, and memberships of teams, which end with a day rather than vanish. */
import type { Tx } from '../../ctx.ts'

export const writeRoles = async (tx: Tx, userId: string, roleIds: readonly string[]): Promise<void> => {
  await tx.db.userRole.deleteMany({ where: { userId, roleId: { notIn: [...roleIds] } } })
  await tx.db.userRole.createMany({ data: roleIds.map((roleId) => ({ userId, roleId })), skipDuplicates: true })
}

export const writeMemberships = async (tx: Tx, userId: string, teamIds: readonly string[]): Promise<void> => {
  const open = await tx.db.teamMember.findMany({ where: { userId, to: null }, select: { teamId: true } })
  const had = new Set(open.map(({ teamId }) => teamId))
  const added = teamIds.filter((teamId) => !had.has(teamId))
  await tx.db.teamMember.updateMany({
    where: { userId, to: null, teamId: { notIn: [...teamIds] } },
    data: { to: tx.now },
  })
  await tx.db.teamMember.createMany({ data: added.map((teamId) => ({ userId, teamId, from: tx.now })) })
}

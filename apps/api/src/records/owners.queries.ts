/** Where records of a batch come to stand: their owners with the teams these belong to. */
import type { Tx } from '../ctx.ts'

export type OwnerPlace = { ownerId: string | null; teamId: string | null }

/** By owner id; one statement. Owners who left are among them: past records keep theirs. */
export const findPlaces = async (
  tx: Tx,
  ownerIds: readonly (string | null)[],
): Promise<(ownerId: string | null) => OwnerPlace> => {
  const ids = [...new Set(ownerIds)].filter((id) => id !== null)
  const users =
    ids.length === 0
      ? []
      : await tx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, primaryTeamId: true } })
  const teams = new Map(users.map(({ id, primaryTeamId }) => [id, primaryTeamId]))
  return (ownerId) => ({ ownerId, teamId: ownerId === null ? null : (teams.get(ownerId) ?? null) })
}

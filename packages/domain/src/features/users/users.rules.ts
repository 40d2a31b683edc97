/** Pure decisions about users. */

type Teams = { teamIds: readonly string[]; primaryTeamId: string | null }
type Sent = { teamIds?: readonly string[] | undefined; primaryTeamId?: string | null | undefined }

/**
 * Where a person belongs after a change. The primary team is always one of the teams: naming it joins it, leaving it
 * makes the next one primary, and who has teams has a primary one unless it was emptied on purpose.
 */
export const decideTeams = (before: Teams, sent: Sent): { teamIds: string[]; primaryTeamId: string | null } => {
  const teamIds = [...(sent.teamIds ?? before.teamIds)]
  if (sent.primaryTeamId) {
    const others = teamIds.filter((id) => id !== sent.primaryTeamId)
    return { teamIds: [sent.primaryTeamId, ...others], primaryTeamId: sent.primaryTeamId }
  }
  if (sent.primaryTeamId === null) return { teamIds, primaryTeamId: null }
  const stays = before.primaryTeamId !== null && teamIds.includes(before.primaryTeamId)
  return { teamIds, primaryTeamId: stays ? before.primaryTeamId : (teamIds[0] ?? null) }
}

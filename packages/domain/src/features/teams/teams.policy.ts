/** Who may do what with a team. Teams carry visibility, so changing them is a right of its own. */
import { may, type Actor } from '../../access/actor.ts'

export const teamPolicy = {
  edit: (actor: Actor) => may(actor, 'teams.update'),
  archive: (actor: Actor, team: { archivedAt: unknown }) => may(actor, 'teams.update') && team.archivedAt === null,
  delete: () => false,
}

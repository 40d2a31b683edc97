/** Who may do what with a competitor: rights alone decide, as with all that is the company's own. */
import { may, type Actor } from '../../access/actor.ts'

export const competitorPolicy = {
  edit: (actor: Actor) => may(actor, 'competitors.update'),
  archive: (actor: Actor, competitor: { archivedAt: unknown }) =>
    may(actor, 'competitors.update') && competitor.archivedAt === null,
  delete: () => false,
}

/** Who may do what with a source. Sources are the company's, so rights alone decide. */
import { may, type Actor } from '../../access/actor.ts'

export const sourcePolicy = {
  edit: (actor: Actor) => may(actor, 'sources.update'),
  archive: (actor: Actor, source: { archivedAt: unknown }) =>
    may(actor, 'sources.update') && source.archivedAt === null,
  delete: () => false,
}

/** Who may do what with a dictionary and its items. What was used is retired, never deleted. */
import { may, type Actor } from '../../access/actor.ts'

export const dictionaryPolicy = {
  edit: (actor: Actor) => may(actor, 'dictionaries.update'),
  archive: (actor: Actor, item: { archivedAt: unknown }) =>
    may(actor, 'dictionaries.update') && item.archivedAt === null,
  delete: () => false,
}

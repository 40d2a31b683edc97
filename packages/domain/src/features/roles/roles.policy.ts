/** Who may do what with a role. What a role may contain is decided by excessOf: nobody gives more than he holds. */
import { may, type Actor } from '../../access/actor.ts'

export const rolePolicy = {
  edit: (actor: Actor) => may(actor, 'roles.update'),
  archive: (actor: Actor, role: { archivedAt: unknown }) => may(actor, 'roles.update') && role.archivedAt === null,
  delete: (actor: Actor, role: { memberCount: number }) => may(actor, 'roles.delete') && role.memberCount === 0,
  /** An administrator may give what he does not use himself. */
  giveAnything: (actor: Actor) => may(actor, 'people.administer'),
}

/** Who may do what with a key. A key is made and renewed by its owner alone, and ended by him or an administrator. */
import { may, type Actor } from '../../access/actor.ts'

type Key = { ownerId: string; live: boolean }

export const apiKeyPolicy = {
  edit: (actor: Actor) => may(actor, 'api-keys.update'),
  rotate: (actor: Actor, { ownerId, live }: Key) =>
    may(actor, 'api-keys.create') && actor.kind === 'user' && ownerId === actor.userId && live,
  revoke: (actor: Actor, { live }: Key) => may(actor, 'api-keys.update') && live,
  delete: () => false,
}

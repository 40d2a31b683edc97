/** Who may do what with a saved view: one's own is one's own; what everybody sees is for who manages the settings. */
import { may, type Actor } from '../../access/actor.ts'

type Owned = { createdById: unknown; shared: unknown }

const mayPublish = (actor: Actor) => may(actor, 'settings.manage')

const mayEdit = (actor: Actor, view: Owned) =>
  view.shared === 'all' ? mayPublish(actor) : actor.userId !== null && view.createdById === actor.userId

export const savedViewPolicy = {
  edit: mayEdit,
  /** Shares it with everybody, or takes it back from them. */
  publish: (actor: Actor, view: Owned) => mayEdit(actor, view) && mayPublish(actor),
  archive: (actor: Actor, view: Owned & { archivedAt: unknown }) => mayEdit(actor, view) && view.archivedAt === null,
  /** Makes a view with this sharing, or gives a view this sharing. */
  share: (actor: Actor, shared: string | undefined) => shared !== 'all' || mayPublish(actor),
}

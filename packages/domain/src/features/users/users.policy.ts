/** Who may do what with a user. Rights and places in the organisation are an administrator's alone. */
import { may, type Actor } from '../../access/actor.ts'

export type UserState = 'invited' | 'active' | 'suspended' | 'left'
type Person = { status: UserState; cameOnce: boolean }

const administers = (actor: Actor) => may(actor, 'people.administer')

export const userPolicy = {
  edit: (actor: Actor) => may(actor, 'users.update'),
  administer: (actor: Actor) => may(actor, 'users.update') && administers(actor),
  /** Roles, teams and passwords of others. */
  giveRights: administers,
  /** A new invitation link, while the person has not come yet. */
  invite: (actor: Actor, { status }: Person) => administers(actor) && status === 'invited',
  resetPassword: (actor: Actor, { status }: Person) => administers(actor) && status === 'active',
  suspend: (actor: Actor, { status }: Person) => administers(actor) && status === 'active',
  reactivate: (actor: Actor, { status }: Person) => administers(actor) && (status === 'suspended' || status === 'left'),
  leave: (actor: Actor, { status }: Person) => administers(actor) && (status === 'active' || status === 'suspended'),
  /** Only who never worked here; whoever did stays in the history and is marked as left. */
  delete: (actor: Actor, { cameOnce }: Person) => may(actor, 'users.delete') && administers(actor) && !cameOnce,
}

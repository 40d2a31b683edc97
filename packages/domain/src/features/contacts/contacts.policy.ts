/** Who may do what with a contact he sees. */
import { may, type Actor } from '../../access/actor.ts'
import { reaches, removes, type Placed } from '../../access/reach.ts'

/** Where the contact stands, and whether its own place or one of its customers lets the actor write. */
export type ContactFacts = Placed & { writable: boolean }

export const contactPolicy = {
  edit: (actor: Actor, contact: ContactFacts) => may(actor, 'contacts.update') && contact.writable,
  delete: (actor: Actor, contact: ContactFacts) =>
    may(actor, 'contacts.delete') && contact.writable && removes(actor, 'contacts', contact),
  /** Giving a new contact to somebody: to oneself always, to others within one's reach. */
  assign: (actor: Actor, place: Placed) => reaches(actor, 'contacts', place, 'create'),
}

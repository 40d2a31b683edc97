/** Who may do what with a customer he sees. */
import { may, type Actor } from '../../access/actor.ts'
import { reaches, type Placed } from '../../access/reach.ts'

/** Where the customer stands, and whether the actor's reach or a collaborator's right lets him write. */
export type CustomerFacts = Placed & { writable: boolean }

/** The owner, or who has full rights over the owner's team. */
const decides = (actor: Actor, customer: Placed) =>
  may(actor, 'customers.update') &&
  (customer.ownerId === actor.userId ||
    (may(actor, 'customers.delete') && reaches(actor, 'customers', customer, 'delete')))

export const customerPolicy = {
  edit: (actor: Actor, customer: CustomerFacts) => may(actor, 'customers.update') && customer.writable,
  delete: (actor: Actor, customer: Placed) =>
    may(actor, 'customers.delete') && reaches(actor, 'customers', customer, 'delete'),
  transfer: decides,
  /** Lending access, and taking it back. */
  share: decides,
  /** Giving a new customer to somebody: to oneself always, to others within one's reach. */
  assign: (actor: Actor, place: Placed) => reaches(actor, 'customers', place, 'create'),
}

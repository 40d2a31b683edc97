/** Who may do what with a product. Products are the company's, so rights alone decide. */
import { may, type Actor } from '../../access/actor.ts'

export const productPolicy = {
  edit: (actor: Actor) => may(actor, 'products.update'),
  delete: (actor: Actor) => may(actor, 'products.delete'),
}

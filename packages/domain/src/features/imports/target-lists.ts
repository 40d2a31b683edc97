/** The targets of every entity that can be imported. */
import type { ImportEntity } from './import-choices.ts'
import type { EntityTargets } from './target.ts'
import { contactTargets } from './targets/contacts.ts'
import { customerTargets } from './targets/customers.ts'
import { opportunityTargets } from './targets/opportunities.ts'
import { productTargets } from './targets/products.ts'
import { teamTargets } from './targets/teams.ts'
import { userTargets } from './targets/users.ts'

export const targetLists: Record<ImportEntity, EntityTargets> = {
  customers: customerTargets,
  contacts: contactTargets,
  opportunities: opportunityTargets,
  products: productTargets,
  users: userTargets,
  teams: teamTargets,
}

/** The targets of every entity that can be imported. */
import type { ImportEntity } from './import-choices.ts'
import type { EntityTargets } from './target.ts'
import { customerTargets } from './targets/customers.ts'
import { productTargets } from './targets/products.ts'

const none: EntityTargets = { targets: [], derived: [], keys: [] }

export const targetLists: Record<ImportEntity, EntityTargets> = {
  contacts: none,
  opportunities: none,
  users: none,
  teams: none,
  customers: customerTargets,
  products: productTargets,
}

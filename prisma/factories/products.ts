/** Products for tests: active. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aProduct = (world: World, given: Partial<Prisma.ProductUncheckedCreateInput> = {}) => {
  const code = unique('P-')
  return world.product.create({ data: { code, label: { zh: code, en: code }, searchText: code, ...given } })
}

/** Products for tests: active. */
import type { Prisma } from '../generated/client.ts'
import { searched, unique, type World } from './world.ts'

type Given = Partial<Omit<Prisma.ProductUncheckedCreateInput, 'label'>> & { label?: { zh: string; en: string } }

export const aProduct = async (world: World, given: Given = {}) => {
  const code = given.code ?? unique('P-')
  const label = given.label ?? { zh: code, en: code }
  const searchText = await searched(world, code, label.zh, label.en)
  return world.product.create({ data: { searchText, ...given, code, label } })
}

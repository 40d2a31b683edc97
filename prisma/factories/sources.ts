/** Sources for tests. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aSource = (world: World, given: Partial<Prisma.SourceUncheckedCreateInput> = {}) => {
  const code = unique('source-')
  return world.source.create({ data: { code, label: { zh: code, en: code }, kind: 'web', ...given } })
}

/** Dictionaries and items for tests. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aDictionary = (world: World, given: Partial<Prisma.DictionaryUncheckedCreateInput> = {}) => {
  const code = unique('dictionary-')
  return world.dictionary.create({ data: { code, label: { zh: code, en: code }, ...given } })
}

/** An item of the dictionary given, or of a new one. */
export const aDictionaryItem = async (world: World, given: Partial<Prisma.DictionaryItemUncheckedCreateInput> = {}) => {
  const code = unique('item-')
  const dictionaryId = given.dictionaryId ?? (await aDictionary(world)).id
  return world.dictionaryItem.create({ data: { code, label: { zh: code, en: code }, ...given, dictionaryId } })
}

/** Dictionaries and items for tests. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aDictionary = (world: World, given: Partial<Prisma.DictionaryUncheckedCreateInput> = {}) => {
  const code = unique('dictionary-')
  return world.dictionary.create({ data: { code, label: { zh: code, en: code }, ...given } })
}

type ItemGiven = Partial<Omit<Prisma.DictionaryItemUncheckedCreateInput, 'dictionary'>> & { of?: string }

/** An item of the dictionary given, of the one with the code `of`, or of a new one. */
export const aDictionaryItem = async (world: World, { of, ...given }: ItemGiven = {}) => {
  const code = unique('item-')
  const dictionaryId = given.dictionaryId ?? (of ? await dictionaryWithCode(world, of) : (await aDictionary(world)).id)
  return world.dictionaryItem.create({ data: { code, label: { zh: code, en: code }, ...given, dictionaryId } })
}

const dictionaryWithCode = async (world: World, code: string): Promise<string> => {
  await world.dictionary.createMany({ data: { code, label: { zh: code, en: code } }, skipDuplicates: true })
  return (await world.dictionary.findUniqueOrThrow({ where: { code }, select: { id: true } })).id
}

/** A dictionary and its items as they come in and as they are sent. */
import { z } from 'zod'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { dictionaryFields, dictionaryItemFields } from './dictionaries.fields.ts'

export const dictionaryDraft = draftSchema(dictionaryFields)
export const dictionaryPatch = patchSchema(dictionaryFields)
export const dictionary = recordSchema('Dictionary', dictionaryFields, ['edit', 'reorder', 'delete'] as const)

/** All items of the dictionary that are in use, in their new order. */
export const dictionaryOrder = z.strictObject({
  itemIds: z.array(z.uuid()).min(1).max(1000),
  version: z.int().min(1).optional(),
})

export const dictionaryItemDraft = draftSchema(dictionaryItemFields)
export const dictionaryItemPatch = patchSchema(dictionaryItemFields)
export const dictionaryItem = recordSchema('DictionaryItem', dictionaryItemFields, [
  'edit',
  'archive',
  'delete',
] as const)

export type DictionaryDraft = z.output<typeof dictionaryDraft>
export type DictionaryPatch = z.output<typeof dictionaryPatch>
export type Dictionary = z.output<typeof dictionary>
export type DictionaryItemDraft = z.output<typeof dictionaryItemDraft>
export type DictionaryItemPatch = z.output<typeof dictionaryItemPatch>
export type DictionaryItem = z.output<typeof dictionaryItem>

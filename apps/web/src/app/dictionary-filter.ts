/** Keeps a picker of dictionary items to one dictionary. */
import type { Filter } from '@rapport/domain/filter/filter.ts'

export const inDictionary = (code: string): Filter => ({ field: 'dictionaryCode', op: 'eq', value: code })

/** Which parts of the analytics the reader's role lets him see; the server refuses the others. */
import { placeFields, wayFields } from '@rapport/domain/features/opportunities/place-fields.ts'
import { readsSlice } from '@rapport/domain/features/reports/slice-fields.ts'
import { useClear, useMe } from '../../app/session.ts'

const slices = ['owner', 'team', 'product', 'source', 'industry'] as const
export type ShownSlice = (typeof slices)[number]

export function useReads() {
  const { fieldRules } = useMe()
  const clear = useClear('opportunities')
  return {
    /** By what results may be shown. */
    slices: slices.filter((by) => readsSlice({ kind: 'user', rules: { fieldRules } }, by)),
    /** In which stage deals stand. */
    place: placeFields.every(clear),
    /** When they came there. */
    way: wayFields.every(clear),
  }
}

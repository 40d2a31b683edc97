/** The groups of a list: by which fields its records can stand together, and which of them make up a group. */
import { addDays, addPeriods } from '../dates.ts'
import type { Field, Fields } from '../field/kinds.ts'
import type { Condition } from './filter.ts'

/** What the records of a group have in common; null where the field says nothing of them. */
export type GroupKey = string | number | boolean | null

/** The fields a list can be grouped by, in their order. */
export const groupableFields = (fields: Fields): [string, Field][] =>
  Object.entries(fields).filter(([, { groupable }]) => groupable)

/** Times stand together by month; the key is its first day. */
export const isByMonth = ({ kind }: Field): boolean => kind === 'date' || kind === 'instant'

/** Exactly the records that the aggregate counts under this key: what a group says it holds is what it opens. */
export const groupCondition = (name: string, field: Field, key: GroupKey): Condition => {
  if (key === null) return { field: name, op: 'empty' }
  if (!isByMonth(field)) return { field: name, op: 'eq', value: key }
  const from = String(key)
  return { field: name, op: 'between', value: { from, to: addDays(addPeriods(from, 'month', 1), -1) } }
}

/** The heads of the groups as the aggregate answers them, named and put in order. */
import { isByMonth, type GroupKey } from '@rapport/domain/filter/group.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { Sort } from '../../lib/list-state.ts'
import type { Label } from '../../lib/use-language.ts'

type Aggregate = { groups: { key: GroupKey[]; labels: (string | Label | null)[]; values: (GroupKey | undefined)[] }[] }

export type GroupHead = {
  id: string
  key: GroupKey
  /** What people call the record behind a reference; null where the reader may not know. */
  label: string | Label | null
  count: number
  /** One for each measure that was asked for beside the count. */
  sums: (string | null)[]
}

export const headsIn = ({ groups }: Aggregate): GroupHead[] =>
  groups.map(({ key: [key = null], labels: [label = null], values: [count, ...sums] }) => ({
    id: `group:${JSON.stringify(key)}`,
    key,
    label,
    count: Number(count),
    sums: sums.map((value) => (typeof value === 'string' ? value : null)),
  }))

// Choices have an order of their own; a yes stands before a no.
const rankOf = (field: Field, key: GroupKey): number => {
  if (field.kind === 'boolean') return key === true ? 0 : 1
  return field.kind === 'choice' ? field.choices.findIndex(({ value }) => value === key) : 0
}

/**
 * Choices and months in their order; other groups by name where the list is sorted by what it is grouped by, which then says
 * nothing else, and otherwise as they came. What belongs to none stands last.
 */
export function inOrder(
  heads: GroupHead[],
  { name, field }: { name: string; field: Field },
  sort: Sort[],
  nameOf: (head: GroupHead) => string,
): GroupHead[] {
  const own = sort.find((one) => one.field === name)
  const way = own?.descending ? -1 : 1
  const isRanked = field.kind === 'choice' || field.kind === 'boolean'
  const compare = (a: GroupHead, b: GroupHead) => {
    if (isByMonth(field)) return String(a.key) < String(b.key) ? -1 : 1
    if (isRanked) return rankOf(field, a.key) - rankOf(field, b.key)
    return own ? nameOf(a).localeCompare(nameOf(b)) : 0
  }
  return heads.toSorted((a, b) => {
    if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1
    return way * compare(a, b)
  })
}

/** The groups of a list: one question for all of them, under the list's own filter. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isByMonth, type GroupKey } from '@rapport/domain/filter/group.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { choiceLabel } from '../record-grid/cells.ts'
import { headsOptions, type GroupedBy, type ListGroups } from './groups.ts'
import { headsIn, inOrder, type GroupHead } from './heads.ts'

/** What a group is called. */
function useNameOf(field: Field): (head: GroupHead) => string {
  const { t } = useTranslation()
  const textOf = useLabel()
  const format = useFormat()
  return useMemo(() => {
    const label = textOf(field.label)
    const of = (key: NonNullable<GroupKey>): string => {
      if (isByMonth(field)) return format.monthName(String(key))
      if (field.kind === 'choice') return textOf(choiceLabel(field, String(key)))
      if (field.kind === 'boolean')
        return t(($) => $.list.groupIs, { field: label, value: t(($) => (key === true ? $.filter.yes : $.filter.no)) })
      return String(key)
    }
    return ({ key, label: called }) => {
      if (key === null) return t(($) => $.list.withoutGroup, { field: label.toLowerCase() })
      if (field.kind !== 'ref') return of(key)
      return called === null ? t(($) => $.list.groupHidden) : textOf(called)
    }
  }, [field, t, textOf, format])
}

export function useGroupHeads(groups: ListGroups, { name, field }: GroupedBy, state: ListState) {
  const { sort } = state
  const nameOf = useNameOf(field)
  const query = useQuery(headsOptions(groups, name, state))
  const { data } = query
  const heads = useMemo(
    () => (data ? inOrder(headsIn(data), { name, field }, sort, nameOf) : []),
    [data, name, field, sort, nameOf],
  )
  return { query, heads, nameOf }
}

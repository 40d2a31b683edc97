/** The records of the groups that are open: of each the pages read so far, by the list's own filter and what the group has in common. */
import { groupCondition } from '@rapport/domain/filter/group.ts'
import { useMemo } from 'react'
import { listOptions } from '../../lib/list-options.ts'
import { flatConditions, joinFilters, type ListState } from '../../lib/list-state.ts'
import type { ListQuery } from '../list-query.ts'
import type { ReadList } from '../use-list-walk.ts'
import type { GroupedBy, ListGroups } from './groups.ts'
import type { GroupHead } from './heads.ts'
import { useLists } from './use-lists.ts'

export function useGroupRows<R>(
  { list }: ListGroups,
  { name, field }: GroupedBy,
  { filter, sort, search }: ListState,
  open: GroupHead[],
) {
  const states = useMemo(
    () =>
      new Map(
        open.map(({ id, key }) => {
          const condition = groupCondition(name, field, key)
          return [id, { filter: joinFilters([...flatConditions(filter), condition]), sort, search }]
        }),
      ),
    [open, name, field, filter, sort, search],
  )
  const options = useMemo(
    () => new Map([...states].map(([id, state]) => [id, listOptions(list, state)])),
    [states, list],
  )
  const rows = useLists<R>(options)
  const read = useMemo(
    () =>
      [...states].flatMap(([id, state]): ReadList<R>[] => {
        const query: ListQuery<R> | undefined = rows.get(id)
        return query ? [{ query, state }] : []
      }),
    [states, rows],
  )
  return { rows, read }
}

/**
 * The records of a list as its page asks for them: page by page. In groups, each of which reads its own, only how many there are –
 * by the one question that names the groups.
 */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { listOptions } from '../lib/list-options.ts'
import type { ListState } from '../lib/list-state.ts'
import type { ListQuery, Page } from './list-query.ts'
import { groupedBy, headsOptions, MOST_GROUPS, type ListGroups } from './record-groups/groups.ts'

/** `ready`: it is known what the list shows. */
export function useListPages<R>(groups: ListGroups, state: ListState, ready: boolean): ListQuery<R> {
  const by = groupedBy(groups, state.group)
  const pages = useInfiniteQuery({ ...listOptions(groups.list, state), enabled: ready && !by })
  const heads = useQuery({ ...headsOptions(groups, by?.name ?? '', state), enabled: ready && by !== undefined })
  // The routes of lists answer rows of the noun they are named after.
  const plain = pages as unknown as ListQuery<R>
  if (!by) return plain
  const { isPending, isSuccess, isError, isLoadingError, error, refetch, isPlaceholderData } = heads
  const data = heads.data && { pages: [counted<R>(heads.data.groups)], pageParams: [''] }
  const asked = { isPending, isSuccess, isError, isLoadingError, error, refetch, isPlaceholderData, hasNextPage: false }
  return { ...plain, ...asked, data } as unknown as ListQuery<R>
}

const counted = <R>(groups: { values: unknown[] }[]): Page<R> => ({
  items: [],
  nextCursor: null,
  total: {
    value: groups.reduce((sum, { values }) => sum + Number(values[0]), 0),
    exact: groups.length < MOST_GROUPS,
  },
})

/**
 * A list that one walks through record by record: which one it is, and where one stands. It goes along in the state of the
 * history, so that a reload knows it, and holds no records: of each page only the ids are kept, read when one comes there.
 */
import { queryOptions } from '@tanstack/react-query'
import { call, type ArgsOf } from './call.ts'
import { listQueryOf, PAGE, type ListKey, type PageOf } from './list-options.ts'
import type { ListState } from './list-state.ts'

export type Walk = {
  key: ListKey
  query: Record<string, string>
  /** Of the pages up to the one that follows this one, as far as known; the first has ''. */
  cursors: string[]
  /** The page one stands on. */
  page: number
  /** As the list counted when it was left. */
  total?: { value: number; exact: boolean }
}
type Stretch = { ids: string[]; next: string | null }

/** The walk through a list as its address describes it. */
export const walkThrough = (
  key: ListKey,
  state: Pick<ListState, 'filter' | 'sort' | 'search'>,
  place: Pick<Walk, 'cursors' | 'page'> & { total: Walk['total'] | undefined },
): Walk => {
  const { total, ...where } = place
  return { key, query: listQueryOf(state), ...where, ...(total && { total }) }
}

/**
 * The ids of one page. They stay as they were: whoever changes a record on the way finds the next one where it stood, though the
 * list itself may stand in another order by then.
 */
export const stretchOf = ({ key, query, cursors, page }: Walk) => {
  const cursor = cursors[page] ?? ''
  return queryOptions({
    queryKey: ['walk', key, query, cursor],
    queryFn: async ({ signal }): Promise<Stretch> => {
      const asked = { ...query, limit: PAGE, fields: 'id', total: 'none', ...(cursor && { cursor }) }
      const args = { query: asked, signal } as unknown as ArgsOf<ListKey>
      const found = await (call as (key: ListKey, args: ArgsOf<ListKey>) => Promise<PageOf<ListKey>>)(key, args)
      return { ids: found.items.map(({ id }) => id), next: found.nextCursor }
    },
    staleTime: Infinity,
  })
}

/** The walk that a history entry carries. */
export const walkIn = (state: unknown): Walk | undefined => {
  const walk = (state as { walk?: Partial<Walk> } | null)?.walk
  return walk && Array.isArray(walk.cursors) && typeof walk.page === 'number' ? (walk as Walk) : undefined
}

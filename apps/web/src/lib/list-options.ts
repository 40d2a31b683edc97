/** How a list asks the API: page by page at the cursor, with the state of the address. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call, type ArgsOf, type Key, type ReplyOf } from './call.ts'
import { writeSort, type ListState } from './list-state.ts'

type Page = {
  items: { id: string }[]
  nextCursor: string | null
  total?: { value: number; exact: boolean } | undefined
}
type Aggregate = { groups: { key: unknown[]; values: unknown[] }[] }
/** Routes that answer one page of a list. */
export type ListKey = { [K in Key]: ReplyOf<K> extends Page ? K : never }[Key]
/** Routes that answer groups and measures. */
export type AggregateKey = { [K in Key]: ReplyOf<K> extends Aggregate ? K : never }[Key]
export type PageOf<K extends ListKey> = Extract<ReplyOf<K>, Page>
export type RowOf<K extends ListKey> = PageOf<K>['items'][number]

/** Enough to fill a tall screen at once. */
export const PAGE = '100'

const nounOf = (key: string) => key.split('/')[1] ?? key

/** The query of a list; filter and sort in one writing, so that equal lists share a cache entry. */
export const listQueryOf = ({ filter, sort, search }: Pick<ListState, 'filter' | 'sort' | 'search'>) => ({
  ...(filter && { filter: JSON.stringify(filter) }),
  ...(sort.length > 0 && { sort: writeSort(sort) }),
  ...(search.trim() && { search: search.trim() }),
})

/** Rows of a list, page by page. The rows shown stay until the next ones have come. */
export const listOptions = <K extends ListKey>(
  key: K,
  state: Pick<ListState, 'filter' | 'sort' | 'search'>,
  fields?: string[],
) =>
  infiniteQueryOptions({
    queryKey: [nounOf(key), 'list', listQueryOf(state), fields ?? null],
    queryFn: ({ pageParam, signal }): Promise<PageOf<K>> => {
      const query = {
        ...listQueryOf(state),
        limit: PAGE,
        ...(fields && { fields: fields.join(',') }),
        ...(pageParam && { cursor: pageParam }),
      }
      const args = { query, signal } as unknown as ArgsOf<K>
      return (call as (key: K, args: ArgsOf<K>) => Promise<PageOf<K>>)(key, args)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

/** How many records of a list a filter holds, as far as lists count. */
export const countOptions = <K extends ListKey>(key: K, state: { filter: Filter | undefined; search: string }) =>
  queryOptions({
    queryKey: [nounOf(key), 'count', listQueryOf({ ...state, sort: [] })],
    queryFn: async ({ signal }) => {
      const query = { ...listQueryOf({ ...state, sort: [] }), limit: '1', fields: 'id' }
      const args = { query, signal } as unknown as ArgsOf<K>
      const page = await (call as (key: K, args: ArgsOf<K>) => Promise<PageOf<K>>)(key, args)
      return page.total ?? null
    },
    placeholderData: keepPreviousData,
  })

/** Measures over everything a filter holds: `count`, `sum:amount`; of each group where a field to group by is named. */
export const totalsOptions = <K extends AggregateKey>(
  key: K,
  state: { filter: Filter | undefined; search: string },
  measures: string[],
  groupBy?: string,
) =>
  queryOptions({
    queryKey: [nounOf(key), 'totals', listQueryOf({ ...state, sort: [] }), measures, groupBy ?? null],
    queryFn: ({ signal }): Promise<ReplyOf<K>> => {
      const query = {
        ...listQueryOf({ ...state, sort: [] }),
        measures: measures.join(','),
        ...(groupBy && { groupBy }),
      }
      const args = { query, signal } as unknown as ArgsOf<K>
      return (call as (key: K, args: ArgsOf<K>) => Promise<ReplyOf<K>>)(key, args)
    },
    placeholderData: keepPreviousData,
  })

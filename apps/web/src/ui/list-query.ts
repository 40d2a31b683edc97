/** The pages of a list as they come; apart from the grid that shows them, which what only reads rows need not load. */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'

export type Page<R> = { items: R[]; nextCursor: string | null; total?: { value: number; exact: boolean } | undefined }
export type ListQuery<R> = UseInfiniteQueryResult<InfiniteData<Page<R>>>

export const rowsOf = <R>(query: ListQuery<R>): R[] => query.data?.pages.flatMap((page) => page.items) ?? []

/** The row with this id, as far as it has been loaded. */
export const rowOf = <R extends { id: string }>(query: ListQuery<R>, wanted: string): R | undefined =>
  rowsOf(query).find(({ id }) => id === wanted)

/** How many the filter holds, as the first page said. */
export const totalOf = <R>(query: ListQuery<R>) => query.data?.pages[0]?.total ?? undefined

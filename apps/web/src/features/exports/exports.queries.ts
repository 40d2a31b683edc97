/** Exports of lists: how many records one would hold, and the job that writes it. */
import { exportColumns } from '@rapport/domain/features/exports/export-columns.ts'
import type { ExportFormat } from '@rapport/domain/features/exports/export-formats.ts'
import type { JobEntity } from '@rapport/domain/features/jobs/job-choices.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type ArgsOf } from '../../lib/call.ts'
import { listQueryOf } from '../../lib/list-options.ts'
import { writeSort, type ListState } from '../../lib/list-state.ts'
import { noticeBegun } from '../jobs/jobs.queries.ts'

type Shown = Pick<ListState, 'filter' | 'search' | 'sort'>

/** Counted to the end, because a person decides by it. */
export const exportCount = (entity: JobEntity, state: Shown) =>
  queryOptions({
    queryKey: [entity, 'export', listQueryOf({ ...state, sort: [] })],
    queryFn: async ({ signal }): Promise<number> => {
      const query = { ...listQueryOf({ ...state, sort: [] }), fields: 'id', limit: '1', total: 'exact' }
      // All nouns answer a page alike.
      const args = { query, signal } as unknown as ArgsOf<'GET /products'>
      return (await call(`GET /${entity}` as 'GET /products', args)).total?.value ?? 0
    },
    staleTime: 0,
  })

/** Those of a list's columns that a file can hold. */
export const writable = (entity: JobEntity, columns: readonly string[]): string[] =>
  columns.filter((name) => 'columns' in exportColumns(entity, [name]))

export type Wanted = { entity: JobEntity; state: Shown; format: ExportFormat; fields: string[] | undefined }

export function useExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ entity, state, format, fields }: Wanted) => {
      const sort = state.sort.length > 0 && { sort: writeSort(state.sort).split(',') }
      const search = state.search.trim() && { search: state.search.trim() }
      const body = { entity, format, filter: state.filter ?? null, ...sort, ...search, ...(fields && { fields }) }
      return call('POST /exports', { body })
    },
    onSuccess: ({ id }) => {
      noticeBegun(id)
      return client.invalidateQueries({ queryKey: ['jobs'] })
    },
  })
}

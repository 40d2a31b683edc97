/** Imports from the API. The server holds all that is settled and found, so a reload shows the same. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { withPassword } from '../../app/with-password.tsx'
import { addressOf, call, type ArgsOf, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type Import = ReplyOf<'GET /imports/:id'>
export type ListedImport = ReplyOf<'GET /imports'>['items'][number]
export type Settings = BodyOf<'PATCH /imports/:id'>
export type Row = ReplyOf<'GET /imports/:id/rows'>['items'][number]
export type Target = Import['targets'][number]
export type ProblemKind = Import['problems'][number]
export type Decide = BodyOf<'POST /imports/:id/decide'>
export type RowFilter = {
  verdict?: 'new' | 'update' | 'duplicate' | 'error'
  level?: 'certain' | 'likely'
  outcome?: 'created' | 'updated' | 'skipped' | 'failed'
  undo?: 'undone' | 'kept'
  problem?: string
  column?: string
}

export const isBusy = ({ status }: Pick<Import, 'status'>) => ['checking', 'running', 'undoing'].includes(status)
const WATCH = 500

export const importsList = (state: ListState) => listOptions('GET /imports', state)

/** Watched while it is being worked on: progress makes no events. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => call('GET /imports/:id', { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? WATCH : false),
  })

type At = Pick<Import, 'id' | 'version'>
type RowArgs = ArgsOf<'GET /imports/:id/rows'>

/** Rows with their verdicts, page by page; asked for again when the import changes. */
export const rowsQuery = ({ id, version }: At, filter: RowFilter) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'rows', id, filter, version],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: '50', ...(pageParam && { cursor: pageParam }) }
      return call('GET /imports/:id/rows', { params: { id }, query, signal } as unknown as RowArgs)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

/** One row, or the next one that is there. */
export const rowQuery = ({ id, version }: At, rowNo: number) =>
  queryOptions({
    queryKey: ['imports', 'row', id, rowNo, version],
    queryFn: async ({ signal }) => {
      const query = { from: String(rowNo), limit: '1' }
      const { items } = await call('GET /imports/:id/rows', { params: { id }, query, signal } as unknown as RowArgs)
      return items[0] ?? null
    },
    placeholderData: keepPreviousData,
  })

export type UndoPreview = ReplyOf<'GET /imports/:id/undo-preview'>
/** Counted anew whenever it is looked at: others work on the records meanwhile. */
export const undoPreviewQuery = ({ id, version }: At) =>
  queryOptions({
    queryKey: ['imports', 'undo', id, version],
    queryFn: ({ signal }) => call('GET /imports/:id/undo-preview', { params: { id }, signal }),
    staleTime: 0,
    gcTime: 0,
  })

/** The rows that failed, as they came, with the reason. */
export const errorsPath = (id: string) => addressOf('/imports/:id/errors.csv', { id })

export function useUpload() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ entity, file, encoding }: { entity: string; file: File; encoding?: string | undefined }) => {
      const form = new FormData()
      form.set('entity', entity)
      if (encoding !== undefined) form.set('encoding', encoding)
      form.set('file', file)
      return call('POST /imports', { body: form as unknown as BodyOf<'POST /imports'> })
    },
    onSuccess: (made) => client.setQueryData(importQuery(made.id).queryKey, made),
  })
}

/** Does it with the newest version; once more when the work in the background was faster. */
function useAct<V = void>(
  id: string,
  act: (now: Import, input: V) => Promise<Import>,
  expect?: (input: V) => Partial<Import>,
) {
  const client = useQueryClient()
  const { queryKey } = importQuery(id)
  const read = (staleTime: number) => client.fetchQuery({ ...importQuery(id), staleTime })
  return useMutation({
    // One after the other: each begins with what the one before has left.
    scope: { id: `import ${id}` },
    mutationFn: async (input: V) => {
      const now = await read(Number.POSITIVE_INFINITY)
      return act(now, input).catch(async (error: unknown) => {
        const fresh = await read(0)
        if (fresh.version === now.version) throw error
        return act(fresh, input)
      })
    },
    onMutate: async (input) => {
      await client.cancelQueries({ queryKey })
      if (expect) client.setQueryData(queryKey, (known) => known && { ...known, ...expect(input) })
    },
    onSuccess: (changed) => client.setQueryData(queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey }),
  })
}

const at = ({ id, version }: Import) => ({ params: { id }, body: { version } })

/** Settles how the file is read. A check under way ends, because it would check the wrong thing. */
export const useSettle = (id: string) =>
  useAct(
    id,
    async (now, settings: Settings) => {
      const open = now.status === 'checking' ? await call('POST /imports/:id/cancel', at(now)) : now
      return call('PATCH /imports/:id', { params: { id }, body: settings, version: open.version })
    },
    (settings) => settings as Partial<Import>,
  )

export const useCheck = (id: string) => useAct(id, (now) => call('POST /imports/:id/dry-run', at(now)))
export const useRun = (id: string) => useAct(id, (now) => withPassword(() => call('POST /imports/:id/run', at(now))))
export const useRetry = (id: string) =>
  useAct(id, (now) => withPassword(() => call('POST /imports/:id/retry', at(now))))
export const useCancel = (id: string) => useAct(id, (now) => call('POST /imports/:id/cancel', at(now)))
export const useUndo = (id: string) => useAct(id, (now) => call('POST /imports/:id/undo', at(now)))

export const useDecide = (id: string) =>
  useAct(id, ({ version }, decide: Decide) =>
    call('POST /imports/:id/decide', { params: { id }, body: { ...decide, version } }),
  )

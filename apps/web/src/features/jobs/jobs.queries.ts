/** Jobs from the API: the latest of the reader's own, what they left out, and what can be done with them. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { forgetJob } from '../../lib/acts.ts'
import { call, type ArgsOf, type ReplyOf } from '../../lib/call.ts'
import { shared } from '../../lib/shared.ts'

export type Job = ReplyOf<'GET /jobs/:id'>
export type Fault = ReplyOf<'GET /jobs/:id/errors'>['items'][number]

export const isBusy = ({ state }: Pick<Job, 'state'>) => state === 'running' || state === 'undoing'
const WATCH = 1_000
const LATEST = '20'

/** The latest jobs. The stream tells of progress; where it is broken, jobs that run are asked for. */
export const recentJobs = queryOptions({
  queryKey: ['jobs', 'recent'],
  queryFn: async ({ signal }): Promise<Job[]> =>
    (await call('GET /jobs', { query: { limit: LATEST, total: 'none' }, signal } as unknown as ArgsOf<'GET /jobs'>))
      .items,
  refetchInterval: ({ state }) => (state.data?.some(isBusy) ? WATCH : false),
})

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', 'one', id],
    queryFn: ({ signal }) => call('GET /jobs/:id', { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? WATCH : false),
  })

/** What a job, or its undo, left as it was. */
export const faultsQuery = ({ id, version }: Pick<Job, 'id' | 'version'>) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'faults', id, version],
    queryFn: ({ pageParam, signal }) => {
      const query = { from: String(pageParam), limit: '50' }
      return call('GET /jobs/:id/errors', {
        params: { id },
        query,
        signal,
      } as unknown as ArgsOf<'GET /jobs/:id/errors'>)
    },
    initialPageParam: 1,
    getNextPageParam: ({ next }) => next,
  })

/** With the version it has at this moment: while it runs, that is not what the screen shows. */
function useAct(act: (job: Job) => Promise<Job>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => act(await client.fetchQuery({ ...jobQuery(id), staleTime: 0 })),
    onSuccess: (job) => {
      client.setQueryData(jobQuery(job.id).queryKey, job)
      return client.invalidateQueries({ queryKey: ['jobs'] })
    },
  })
}

const at = ({ id, version }: Job) => ({ params: { id }, body: { version } })
export const useStopJob = () => useAct((job) => call('POST /jobs/:id/cancel', at(job)))
export const useUndoJob = () =>
  useAct((job) => {
    forgetJob(job.id)
    return call('POST /jobs/:id/undo', at(job))
  })

/** Jobs begun on this screen: their end is news even if they were faster than the first look at them. */
export const begun = shared<readonly string[]>([])
export const noticeBegun = (id: string): void => begun.set([...begun.get(), id].slice(-50))

/** The job whose panel is open. */
export const openedJob = shared<string | null>(null)

/** Pipelines, the draft of their stages, what publishing it would do, and what was published before. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { isProblem } from '../../lib/problem.ts'

export type Pipeline = ReplyOf<'GET /pipelines/:id'>
export type PipelineRow = ReplyOf<'GET /pipelines'>['items'][number]
export type Stage = NonNullable<Pipeline['stages']>[number]
export type Criterion = Stage['criteria'][number]
export type Preview = ReplyOf<'POST /pipelines/:id/preview'>
export type Publication = ReplyOf<'GET /pipelines/:id/versions'>['items'][number]
export type DraftBody = BodyOf<'POST /pipelines/:id/save-draft'>['draft']

/** All pipelines, retired ones among them. */
export const allPipelines = queryOptions({
  queryKey: ['pipelines', 'all', 'retired too'],
  queryFn: ({ signal }) => call('GET /pipelines', { query: { limit: '200', sort: 'label' }, signal }),
})

export const pipelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['pipelines', 'one', id],
    queryFn: ({ signal }) => call('GET /pipelines/:id', { params: { id }, signal }),
  })

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['pipelines', 'versions', id],
    queryFn: ({ signal }) => call('GET /pipelines/:id/versions', { params: { id }, signal }),
  })

/** The largest deals that stand in a stage, for those who decide where they go. */
export const dealsIn = (stageId: string) =>
  queryOptions({
    queryKey: ['opportunities', 'in stage', stageId],
    queryFn: ({ signal }) => {
      const filter = JSON.stringify({ field: 'stageId', op: 'eq', value: stageId })
      return call('GET /opportunities', { query: { filter, sort: '-baseAmount', limit: '5', total: 'none' }, signal })
    },
  })

/** Puts the pipeline that a command answers where the screen reads it. */
function useChange<V>(change: (input: V) => Promise<Pipeline>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (pipeline) => {
      client.setQueryData(pipelineQuery(pipeline.id).queryKey, pipeline)
      void client.invalidateQueries({ queryKey: ['pipelines', 'all'] })
    },
    // Refused because somebody was faster: what stands there now is shown beside what one wanted.
    onError: (error) =>
      isProblem(error, 'version.stale') && client.invalidateQueries({ queryKey: ['pipelines', 'one'] }),
  })
}

type Of = Pick<Pipeline, 'id' | 'version'>
const at = ({ id, version }: Of) => ({ params: { id }, version })

export const useCreatePipeline = () =>
  useChange(({ body, draft }: { body: BodyOf<'POST /pipelines'>; draft: DraftBody }) =>
    call('POST /pipelines', { body }).then((made) =>
      call('POST /pipelines/:id/save-draft', { ...at(made), body: { draft } }),
    ),
  )

export const useUpdatePipeline = () =>
  useChange(({ of, body }: { of: Of; body: BodyOf<'PATCH /pipelines/:id'> }) =>
    call('PATCH /pipelines/:id', { ...at(of), body }),
  )

export const useArchivePipeline = () =>
  useChange(({ of, archive }: { of: Of; archive: boolean }) => {
    const args = { params: { id: of.id }, body: { version: of.version } }
    return archive ? call('POST /pipelines/:id/archive', args) : call('POST /pipelines/:id/unarchive', args)
  })

export const useSaveDraft = () =>
  useChange(({ of, draft }: { of: Of; draft: DraftBody }) =>
    call('POST /pipelines/:id/save-draft', { ...at(of), body: { draft } }),
  )

export const useDiscardDraft = () =>
  useChange((of: Of) => call('POST /pipelines/:id/discard-draft', { ...at(of), body: {} }))

/** Deals of vanished stages move, and chances follow: whatever was read of them is asked again. */
export function usePublish() {
  const client = useQueryClient()
  const publish = useChange(({ of, reason }: { of: Of; reason: string }) =>
    call('POST /pipelines/:id/publish', { ...at(of), body: reason ? { reason } : {} }),
  )
  const refresh = () =>
    Promise.all(
      [['pipelines'], ['opportunities'], ['reports']].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  return {
    ...publish,
    run: (of: Of, reason: string) => publish.mutateAsync({ of, reason }).finally(() => void refresh()),
  }
}

/** What publishing a draft would do, asked again whenever it changes. */
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { bodyOf, type Draft } from './draft.ts'
import type { Seen } from './effects.ts'
import type { Pipeline } from './pipelines.queries.ts'

/** A draft that the contract would refuse is not asked about. */
export const pipelinePreview = ({ id, version }: Pipeline, draft: Draft, isWhole: boolean) =>
  queryOptions({
    queryKey: ['pipelines', 'preview', id, version, draft],
    queryFn: async ({ signal }): Promise<Seen> => {
      const preview = await call('POST /pipelines/:id/preview', {
        params: { id },
        body: { draft: bodyOf(draft) },
        signal,
      })
      return { sent: draft, preview }
    },
    // The effect of the draft before stays until the next one is known; that of another pipeline says nothing.
    placeholderData: (before, query) => (query?.queryKey[2] === id ? before : undefined),
    enabled: isWhole && draft.stages.length > 0,
    gcTime: 60_000,
    retry: false,
  })

/** What values of a file may stand for: stages, and items of dictionaries that are made on the way. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Label } from '../../lib/use-language.ts'
import { randomId } from '../../lib/random-id.ts'
import type { RefOption } from '../../ui/ref-source.ts'

type Stage = { id: string; label: Label }

/** The stages of one pipeline, or of all, each with its pipeline's name. */
export const stagesQuery = (pipelineId: string | undefined) =>
  queryOptions({
    queryKey: ['pipelines', 'stages', pipelineId ?? 'all'],
    queryFn: async ({ signal }): Promise<Stage[]> => {
      if (pipelineId) return (await call('GET /pipelines/:id/stages', { params: { id: pipelineId }, signal })).items
      const { items } = await call('GET /pipelines', { query: { limit: '50' }, signal })
      const read = items.map(async ({ id, label }) => {
        const stages = await call('GET /pipelines/:id/stages', { params: { id }, signal })
        return stages.items.map((stage) => ({ id: stage.id, label: joined(label, stage.label) }))
      })
      return (await Promise.all(read)).flat()
    },
  })

const joined = (pipeline: Label, stage: Label): Label => ({
  zh: `${pipeline.zh} · ${stage.zh}`,
  en: `${pipeline.en} · ${stage.en}`,
})

/** Adds an item to a dictionary by its code, under the same name in both languages. */
export async function addItem(client: QueryClient, dictionary: string, name: string): Promise<RefOption> {
  const filter = JSON.stringify({ field: 'code', op: 'eq', value: dictionary })
  const { items } = await call('GET /dictionaries', { query: { filter, limit: '1' } })
  const dictionaryId = items[0]?.id ?? ''
  const code = `import-${randomId().slice(0, 8)}`
  const made = await call('POST /dictionary-items', { body: { dictionaryId, code, label: { zh: name, en: name } } })
  void client.invalidateQueries({ queryKey: ['dictionary-items'] })
  return { value: made.id, label: name }
}

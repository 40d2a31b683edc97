/**
 * The draft on the screen: kept in this tab from the first keystroke, shown with its effect while one types, saved on the
 * server when one pauses. Whatever is refused stays on the screen.
 */
import { useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { isProblem } from '../../lib/problem.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { clearDraft, keepDraft, readDraft } from '../../lib/drafts.ts'
import { blanksIn } from './blanks.ts'
import { adoptIds, bodyOf, givenIds, sameDraft, storedDraft, type Draft } from './draft.ts'
import { faultsOf } from './effects.ts'
import { pipelinePreview } from './preview.queries.ts'
import { useSaveDraft, type Pipeline } from './pipelines.queries.ts'
import { rememberId } from './stable-keys.ts'

const PAUSE = 2500
const WAIT = 350

/** Edits that are not on the server, and the state of the server they were begun on. */
type Kept = { draft: Draft; base: string }

const baseOf = ({ publishedVersion, draftAt }: Pipeline) => `${publishedVersion}/${draftAt ?? ''}`
const keyOf = (id: string) => `pipelines.stages.${id}`

function useKept(pipeline: Pipeline) {
  const key = keyOf(pipeline.id)
  const [kept, setKept] = useState(() => readDraft(key) as Kept | null)
  const latest = useRef(kept)
  /** What is on the server need not be kept here. */
  const set = (next: Kept | null, isStored = next === null) => {
    latest.current = next
    setKept(next)
    if (next && !isStored) keepDraft(key, next)
    else clearDraft(key)
  }
  return { kept, latest, set }
}

/** Saves one at a time; what was typed meanwhile keeps its place and takes over the ids. */
function useSaving(pipeline: Pipeline, { latest, set }: ReturnType<typeof useKept>) {
  const save = useSaveDraft()
  const now = useRef(pipeline)
  useEffect(() => {
    now.current = pipeline
  })
  const run = async (): Promise<Pipeline> => {
    const sent = latest.current?.draft
    if (!sent) return now.current
    const saved = await save.mutateAsync({ of: now.current, draft: bodyOf(sent) })
    now.current = saved
    const typed = latest.current?.draft ?? sent
    const ids = givenIds(sent, storedDraft(saved))
    for (const [before, id] of ids) rememberId(before, id)
    // Shown until the pipeline itself arrives with it, so that nothing blinks.
    if (sameDraft(typed, sent)) set({ draft: storedDraft(saved), base: baseOf(saved) }, true)
    else set({ draft: adoptIds(typed, ids), base: baseOf(saved) })
    return saved
  }
  return { run, save }
}

export function useDraft(pipeline: Pipeline) {
  const language = useLanguage()
  const keeping = useKept(pipeline)
  const { kept, set } = keeping
  const stored = storedDraft(pipeline)
  const draft = kept?.draft ?? stored
  const saving = useSaving(pipeline, keeping)
  const unsaved = kept !== null && !sameDraft(kept.draft, stored)
  const conflict = unsaved && !saving.save.isPending && kept.base !== baseOf(pipeline)
  useEffect(() => {
    if (kept && !unsaved) set(null)
  })
  const [shown] = useDebouncedValue(draft, WAIT)
  const own = useMemo(() => blanksIn(draft, language), [draft, language])
  const isWhole = own.size === 0
  const preview = useQuery(pipelinePreview(pipeline, shown, isWhole && blanksIn(shown, language).size === 0))
  const refusal = isProblem(preview.error) ? preview.error : null
  const edit = (next: Draft) =>
    set(sameDraft(next, stored) ? null : { draft: next, base: kept?.base ?? baseOf(pipeline) })
  const mayRest = unsaved && isWhole && !conflict && !refusal && !saving.save.isPending && pipeline.archivedAt === null
  useEffect(() => {
    if (!mayRest) return undefined
    const timer = setTimeout(() => void saving.run().catch(() => undefined), PAUSE)
    return () => clearTimeout(timer)
    // Every edit begins the pause anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [mayRest, draft])
  return {
    draft,
    edit,
    save: saving.run,
    saving: saving.save,
    unsaved,
    conflict,
    seen: preview.data,
    faults: isWhole ? faultsOf(preview.data?.preview, refusal, language) : own,
    refusal,
    takeTheirs: () => set(null),
    keepMine: () => set({ draft, base: baseOf(pipeline) }),
  }
}
export type DraftState = ReturnType<typeof useDraft>

/** Says who has just changed the draft on the screen, where one has changed nothing oneself. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { toast } from '../../ui/toast.tsx'
import { useConsole } from './console.ts'

export function useNews(): void {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const { pipeline, unsaved, saving } = useConsole()
  const { draftAt, draftBy } = pipeline
  const own = saving.data?.draftAt ?? null
  const seen = useRef(draftAt)
  const quiet = unsaved || saving.isPending || draftAt === own || !draftBy
  useEffect(() => {
    const isNew = seen.current !== draftAt
    seen.current = draftAt
    if (isNew && !quiet) toast(t(($) => $.draftChanged, { name: textOf(draftBy?.label ?? '') }))
    // Each draft is told once, when it comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draftAt])
}

/** What is said of a relation is done at once, with the way back to what was said before. */
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { relationsOf, useRelate, useUnrelate, type Related, type Relating, type Relation } from './relations.queries.ts'

const saidIn = ({ otherId, typeId, inverse, note }: Relation): Relating => ({
  otherId: otherId ?? '',
  typeId: typeId ?? '',
  inverse: inverse ?? false,
  note: note ?? null,
})

function useFailed() {
  const wordsOf = useProblemText()
  return { onError: (error: unknown) => toast(wordsOf(error), { tone: 'problem' }) }
}

/** It outlives the line of what it takes away. */
export function useRemove(related: Related) {
  const { t } = useTranslation('relations')
  const undoToast = useUndoToast()
  const failed = useFailed()
  const [unrelate, relate] = [useUnrelate(related), useRelate(related)]
  return (one: Relation, name: string) => {
    const done = ({ version }: { version: number }) =>
      undoToast(
        t(($) => $.removed, { name }),
        () => relate.mutateAsync({ ...saidIn(one), version }),
      )
    unrelate.mutate({ relationId: one.id, version: related.version }, { onSuccess: done, ...failed })
  }
}

/** Adds what is said, or makes `known` it. Errors: those of the API, for the form to show. */
export function useSay(related: Related, known: Relation | undefined) {
  const { t } = useTranslation('relations')
  const client = useQueryClient()
  const undoToast = useUndoToast()
  const [relate, unrelate] = [useRelate(related), useUnrelate(related)]
  const takeBack = async (said: Relating, version: number) => {
    if (known) return relate.mutateAsync({ ...saidIn(known), relationId: known.id, version })
    const { items } = await client.fetchQuery(relationsOf(related))
    const made = items.find((one) => one.otherId === said.otherId && one.typeId === said.typeId)
    return made && unrelate.mutateAsync({ relationId: made.id, version })
  }
  return async (said: Relating) => {
    const whole = { ...said, ...(known && { relationId: known.id }), version: related.version }
    const { version } = await relate.mutateAsync(whole)
    undoToast(
      t(($) => $.saved),
      () => takeBack(said, version),
    )
  }
}
